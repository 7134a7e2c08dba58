import { useState, type PropsWithChildren } from 'react';
import { Image } from '@tarojs/components';
import './people.css';

interface PhotoProps {
  /** A full address. */
  src: string | undefined;
  style?: React.CSSProperties;
}

/** A picture that fills its box; in its place what stands for it, while there is none or where it cannot be loaded. */
export function Photo({ src, style, children }: PropsWithChildren<PhotoProps>) {
  const [broken, setBroken] = useState<string>();
  if (src === undefined || src === broken) return <>{children}</>;
  return <Image className="photo" mode="aspectFill" src={src} {...(style ? { style } : {})} onError={() => setBroken(src)} />;
}
