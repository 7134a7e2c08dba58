import Taro from '@tarojs/taro';
import { observable, useObservable } from '@/observable';

/** What is being played, by the key it was started with; one thing at a time. */
export const playing = observable<string | undefined>(undefined);
export const useIsPlaying = (key: string): boolean => useObservable(playing, (now) => now === key);

let context: Taro.InnerAudioContext | undefined;

export function stopAudio(): void {
  const old = context;
  context = undefined;
  playing.set(undefined);
  old?.stop();
  old?.destroy();
}

/** Plays a sound, and stops the one before. Rejects when it cannot be played. */
export function playAudio(key: string, url: string): Promise<void> {
  stopAudio();
  const made = Taro.createInnerAudioContext();
  context = made;
  playing.set(key);
  return new Promise((resolve, reject) => {
    const end = (fault?: Error): void => {
      if (context === made) stopAudio();
      if (fault) reject(fault);
      else resolve();
    };
    made.onEnded(() => end());
    made.onStop(() => end());
    made.onError(() => end(new Error('audio')));
    made.src = url;
    made.play();
  });
}
