import { View } from '@tarojs/components';
import { useObservable } from '@/observable';
import { aria } from './aria';
import './chrome.css';
import { Pressable } from './Pressable';
import { hideToast, notice } from './toast';

/** Where `toast` appears. Once per page, drawn by the frame of the page. */
export function ToastHost() {
  const now = useObservable(notice);
  return (
    <View className="toast-box" {...aria({ role: 'status', live: 'polite' })}>
      {now && (
        <View className="toast moves" key={now.text}>
          <View className="any">{now.text}</View>
          {now.undo && (
            <Pressable
              className="toast-act"
              onTap={() => {
                hideToast();
                now.undo?.act();
              }}
            >
              {now.undo.text}
            </Pressable>
          )}
        </View>
      )}
    </View>
  );
}
