import { Input, type InputProps, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';

/** A dialog's first field: typing begins there, and the dialog has no need to take the focus once it has opened. */
export function FirstInput(props: InputProps) {
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  return <Input {...props} ref={input} />;
}
