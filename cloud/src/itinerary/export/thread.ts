import { parentPort, workerData } from 'node:worker_threads';
import { writePdf, type PdfWork } from './pdf';

/* Reading a font with all of Chinese in it and cutting out what is needed takes a while: here it keeps nobody waiting. */
void writePdf(workerData as PdfWork).then((pdf) => parentPort?.postMessage(pdf));
