import { defineMessages } from '../language/messages.ts';

/** The texts of what reads codes. */
export const scannerMessages = defineMessages('scanner', {
  'zh-CN': {
    ways: '怎么读',
    camera: '扫码',
    photo: '选照片',
    typed: '输入',
    picture: '相机画面',
    opening: '正在打开相机…',
    aim: '把二维码放进框里',
    same: '这个码刚读过，请换下一个',
    several: '画面里有两个码，请遮住一个',
    'torch-on': '开灯',
    'torch-off': '关灯',
    again: '再试一次',
    'no-camera': '相机用不了',
    fault: {
      insecure:
        '本页不是用 https 打开的，浏览器不给用相机。请用管理员给的 https 地址；现在先选照片或输入。',
      unsupported: '这个浏览器不给网页用相机。请用手机自带浏览器打开；现在先选照片或输入。',
      denied:
        '没有允许用相机。请点地址栏左边的图标 → 权限 → 相机 → 允许，再回来重试；现在先选照片或输入。',
      none: '没有找到相机。请选照片或输入。',
      busy: '相机正被别的程序占用。请关掉别的相机程序再试；现在先选照片或输入。',
      failed: '相机没有打开。请再试；还不行就选照片或输入。',
      decoder: '读码程序没有启动。请连网重新打开本页；现在先输入。',
    },
    'photo-choose': '选一张照片，或现在拍',
    'photo-hint': '一张只拍一个码，拍满画面，别反光。',
    'photo-reading': '正在读…',
    'photo-none': '照片里没有读到二维码。请靠近一点、擦净屏幕，再拍一张；或者输入。',
    'photo-several': '照片里有两个码。请只拍一个。',
    'photo-unreadable': '这张照片打不开。请换一张，或用相机扫。',
  },
  en: {
    ways: 'How to read it',
    camera: 'Camera',
    photo: 'Photo',
    typed: 'Type',
    picture: 'What the camera sees',
    opening: 'Opening the camera…',
    aim: 'Hold the code inside the frame',
    same: 'This one was just read; show the next',
    several: 'There are two codes; cover one',
    'torch-on': 'Light on',
    'torch-off': 'Light off',
    again: 'Try again',
    'no-camera': 'The camera cannot be used',
    fault: {
      insecure:
        'This page was not opened by https, so the browser gives no camera. Use the https address from your administrator; until then take a photo or type.',
      unsupported:
        'This browser gives pages no camera. Open the page in the phone’s own browser; until then take a photo or type.',
      denied:
        'The camera was not allowed. Tap the icon left of the address → permissions → camera → allow, then try again; until then take a photo or type.',
      none: 'No camera was found. Take a photo or type.',
      busy: 'Another program is using the camera. Close it and try again; until then take a photo or type.',
      failed: 'The camera did not open. Try again, or take a photo or type.',
      decoder: 'The reader did not start. Open the page again with signal; until then type.',
    },
    'photo-choose': 'Choose a photo, or take one',
    'photo-hint': 'One code in a photo, filling it, without glare.',
    'photo-reading': 'Reading…',
    'photo-none':
      'No code was found in the photo. Go closer, wipe the screen and take another one; or type.',
    'photo-several': 'There are two codes in the photo. Take only one.',
    'photo-unreadable': 'This photo cannot be opened. Choose another one, or use the camera.',
  },
});
