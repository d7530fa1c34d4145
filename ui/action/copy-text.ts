/** Puts a text where the person can paste it from; false where the browser does not let it. */
export async function copyText(
  text: string,
  shownIn: HTMLInputElement | HTMLTextAreaElement | null,
): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain HTTP there is no clipboard to write to; copying what is selected still works.
    shownIn?.select();
    return shownIn !== null && document.execCommand('copy');
  }
}
