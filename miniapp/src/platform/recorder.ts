import Taro from '@tarojs/taro';
import { LIMITS } from '@shared/domain/limits';
import { RecorderFault, type Recording } from './recording';

let settle: ((result: Taro.RecorderManager.OnStopCallbackResult | undefined) => void) | undefined;
let started: { resolve(): void; reject(fault: RecorderFault): void } | undefined;
let manager: Taro.RecorderManager | undefined;

function recorder(): Taro.RecorderManager {
  if (manager) return manager;
  manager = Taro.getRecorderManager();
  manager.onStart(() => started?.resolve());
  manager.onStop((result) => settle?.(result));
  manager.onError(() => {
    started?.reject(new RecorderFault('denied'));
    settle?.(undefined);
  });
  return manager;
}

/** Starts recording; it ends by itself after 60 s. Throws RecorderFault. */
export async function startRecording(): Promise<Recording> {
  const source = recorder();
  const stopped = new Promise<Taro.RecorderManager.OnStopCallbackResult | undefined>((resolve) => {
    settle = resolve;
  });
  await new Promise<void>((resolve, reject) => {
    started = { resolve, reject };
    source.start({ duration: LIMITS.voiceSeconds * 1000, format: 'mp3', sampleRate: 16000, numberOfChannels: 1, encodeBitRate: 48000 });
  });
  return {
    finish: async () => {
      source.stop();
      const result = await stopped;
      return result && { ref: result.tempFilePath, kind: 'voice', name: 'voice.mp3', size: result.fileSize, durationMs: Math.round(result.duration) };
    },
    cancel: () => source.stop(),
  };
}
