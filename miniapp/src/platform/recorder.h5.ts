import { LIMITS } from '@shared/domain/limits';
import { holdBlob } from './localFile.h5';
import { RecorderFault, type Recording } from './recording';

/* mp4 plays everywhere, webm not on old iPhones. */
const KINDS = [
  { mime: 'audio/mp4', ending: 'm4a' },
  { mime: 'audio/webm;codecs=opus', ending: 'webm' },
  { mime: 'audio/ogg;codecs=opus', ending: 'ogg' },
];

async function microphone(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') throw new RecorderFault('unsupported');
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    throw new RecorderFault('denied');
  }
}

export async function startRecording(): Promise<Recording> {
  const stream = await microphone();
  const kind = KINDS.find(({ mime }) => MediaRecorder.isTypeSupported(mime));
  const source = new MediaRecorder(stream, kind ? { mimeType: kind.mime, audioBitsPerSecond: 48_000 } : {});
  const pieces: Blob[] = [];
  const startedAt = Date.now();
  source.ondataavailable = ({ data }) => pieces.push(data);
  const stopped = new Promise<void>((resolve) => {
    source.onstop = () => resolve();
  });
  source.start();
  const longest = setTimeout(() => stop(), LIMITS.voiceSeconds * 1000);
  let endedAt = 0;
  const stop = (): void => {
    clearTimeout(longest);
    endedAt ||= Date.now();
    if (source.state !== 'inactive') source.stop();
    stream.getTracks().forEach((track) => track.stop());
  };
  return {
    finish: async () => {
      stop();
      await stopped;
      const blob = new Blob(pieces, { type: source.mimeType.split(';')[0] ?? '' });
      if (blob.size === 0) return undefined;
      const durationMs = Math.min(endedAt - startedAt, LIMITS.voiceSeconds * 1000);
      return holdBlob(blob, { kind: 'voice', name: `voice.${kind?.ending ?? 'webm'}`, durationMs });
    },
    cancel: stop,
  };
}
