/** Hands a file to the browser to be saved, or opened by what the device has for its type. */
export function saveFile(
  name: string,
  base64: string,
  type: string = 'application/octet-stream',
): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
