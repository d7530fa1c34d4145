import { useEffect, useState } from 'react';
import { type Decoder, openDecoder } from './decoder.ts';

/** What reads codes, started as soon as it may be needed; undefined for a moment at first. */
export function useDecoder(): Decoder | undefined {
  const [decoder, setDecoder] = useState<Decoder>();
  useEffect(() => {
    const opened = openDecoder();
    setDecoder(opened);
    return () => opened.close();
  }, []);
  return decoder;
}
