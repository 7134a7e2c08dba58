import { Image } from '@tarojs/components';
import { isH5 } from '@/platform/env';

interface PictureProps {
  src: string;
  className: string;
  lazy?: boolean;
  onError?: () => void;
}

/* What it shows is said by what is around it. */
const SILENT = isH5 ? { nativeProps: { alt: '' } } : {};

/** A picture that fills its box. */
export function Picture({ src, className, lazy = false, onError }: PictureProps) {
  return <Image className={className} mode="aspectFill" lazyLoad={lazy} src={src} {...(onError ? { onError } : {})} {...SILENT} />;
}
