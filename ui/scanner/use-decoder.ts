import { useEffect, useState } from 'react';
import { type Decoder, openDecoder } from './decoder.ts';

/** What reads codes, started as soon as it may be needed; undefined for a moment at first. */
export function useDecoder(): Decoder | undefined {
  const [decoder, setDecoder] = useState<Decoder>();
  useEffect(() => {
    let opened: Decoder | undefined;
    const soon = setTimeout(() => {
      opened = openDecoder();
      setDecoder(opened);
    });
    return () => {
      clearTimeout(soon);
      opened?.close();
    };
  }, []);
  return decoder;
}
