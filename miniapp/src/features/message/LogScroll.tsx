import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import Taro from '@tarojs/taro';
import { ScrollView, View } from '@tarojs/components';
import { END_ID, FOLLOW_PX, type LogScrollProps } from './logHandle';

const REST_MS = 400;
const NEAR_PX = 300;

type ScrollDetail = { scrollTop: number; scrollHeight: number };

function queryRects(): Promise<{ id: string; top: number; bottom: number }[]> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .selectAll('.log-row')
      .boundingClientRect((rects) => resolve(rects as unknown as { id: string; top: number; bottom: number }[]))
      .exec();
  });
}

function queryBox(): Promise<{ top: number; bottom: number; height: number }> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select('#log')
      .boundingClientRect((rect) => resolve(rect as unknown as { top: number; bottom: number; height: number }))
      .exec();
  });
}

/**
 * The mini-program's scroll view. It can only be told which row to show, and only when that differs from the last time:
 * the wish is set and taken back.
 */
export function LogScroll({ handle, firstId, lastId, label, children, onNearTop, onNearEnd, onAtEnd, onRest }: LogScrollProps) {
  const [wish, setWish] = useState('');
  const atEnd = useRef(true);
  const height = useRef(600);
  const rest = useRef<ReturnType<typeof setTimeout>>();
  const before = useRef({ firstId, lastId });

  const show = (id: string): void => {
    setWish('');
    Taro.nextTick(() => setWish(id));
    setTimeout(() => setWish(''), 300);
  };

  useImperativeHandle(handle, () => ({
    toEnd: () => {
      atEnd.current = true;
      onAtEnd(true);
      show(END_ID);
    },

    toRow: (id) => {
      /* A scroll event says otherwise if that row is at the end after all. */
      atEnd.current = false;
      onAtEnd(false);
      show(id);
    },
    lastVisible: async () => {
      const [rects, box] = await Promise.all([queryRects(), queryBox()]);
      return rects.filter((rect) => rect.top < box.bottom).pop()?.id;
    },
  }));

  useEffect(() => {
    void queryBox().then((box) => {
      height.current = box?.height ?? height.current;
    });
    show(END_ID);
    return () => clearTimeout(rest.current);
  }, []);

  useEffect(() => {
    const old = before.current;
    before.current = { firstId, lastId };
    if (old.lastId !== lastId && atEnd.current) return show(END_ID);
    if (old.firstId !== firstId && old.firstId !== undefined && old.lastId === lastId) show(old.firstId);
  }, [firstId, lastId]);

  const scrolled = ({ scrollTop, scrollHeight }: ScrollDetail): void => {
    const gap = scrollHeight - scrollTop - height.current;
    const now = gap < FOLLOW_PX;
    if (now !== atEnd.current) {
      atEnd.current = now;
      onAtEnd(now);
    }
    clearTimeout(rest.current);
    rest.current = setTimeout(onRest, REST_MS);
  };

  return (
    <ScrollView
      id="log"
      className="log"
      scrollY
      enhanced
      showScrollbar={false}
      scrollAnchoring
      scrollIntoView={wish}
      upperThreshold={NEAR_PX}
      lowerThreshold={NEAR_PX}
      ariaLabel={label}
      onScrollToUpper={onNearTop}
      onScrollToLower={onNearEnd}
      onScroll={(event) => scrolled(event.detail)}
    >
      <View className="log-in">
        {children}
        <View id={END_ID} className="log-end" />
      </View>
    </ScrollView>
  );
}
