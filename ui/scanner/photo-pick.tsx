import { useId, useState } from 'react';
import type { Decoder } from './decoder.ts';
import { pixelsOf } from './pixels.ts';
import styles from './scanner.module.css';
import { scannerMessages } from './scanner-messages.ts';

type Found = { is: 'read'; text: string } | { is: 'none' | 'several' | 'unreadable' };

/** Reads the code in a photo that somebody chooses or takes; the photo goes nowhere. */
export function PhotoPick(props: { decoder: Decoder; onRead: (text: string) => void }) {
  const t = scannerMessages.use();
  const id = useId();
  const [said, setSaid] = useState<'reading' | 'none' | 'several' | 'unreadable'>();
  const read = async (file: File | undefined) => {
    if (!file) return;
    setSaid('reading');
    const found = await readPhoto(file, props.decoder);
    if (found.is !== 'read') return setSaid(found.is);
    setSaid(undefined);
    props.onRead(found.text);
  };
  return (
    <div className={styles.photo}>
      <label htmlFor={id} className={styles.choose}>
        {t('photo-choose')}
        <input
          id={id}
          type="file"
          accept="image/*"
          className="visually-hidden"
          onChange={(event) => {
            void read(event.target.files?.[0]);
            // The same photo may be chosen again.
            event.target.value = '';
          }}
        />
      </label>
      <p className={styles.hint}>{t('photo-hint')}</p>
      <output className={styles.said} data-bad={said && said !== 'reading' ? true : undefined}>
        {said && t(`photo-${said}`)}
      </output>
    </div>
  );
}

async function readPhoto(file: File, decoder: Decoder): Promise<Found> {
  try {
    const photo = await createImageBitmap(file);
    const picture = pixelsOf(photo, document.createElement('canvas'));
    photo.close();
    const texts = picture ? await decoder.read(picture, 'look') : [];
    const [text] = texts;
    if (text === undefined) return { is: 'none' };
    return texts.length > 1 ? { is: 'several' } : { is: 'read', text };
  } catch {
    return { is: 'unreadable' };
  }
}
