import { Canvas } from '@tarojs/components';
import { isWeapp } from '@/platform/env';
import './share.css';
import { CANVAS_ID } from './surface';

/** The canvas a mini-program needs in the page to draw cards and posters on; out of sight. */
export const ShareCanvas = () => (isWeapp ? <Canvas type="2d" id={CANVAS_ID} className="share-canvas" /> : null);
