import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import Taro from '@tarojs/taro';
import { ScrollView, View } from '@tarojs/components';
import { END_ID, FOLLOW_PX, PEEP_PX, type LogScrollProps } from './logHandle';

const REST_MS = 400;
const NEAR_PX = 300;
/** What stands above the first row is lower than this; a row further down than that was pushed there. */
const LEAD_PX = 320;

type ScrollDetail = { scrollTop: number; scrollHeight: number };
type Edges = { id: string; top: number; bottom: number };

function query(selector: string): Promise<Edges[]> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .selectAll(selector)
      .boundingClientRect((rects) => resolve((rects as unknown as Edges[] | null) ?? []))
      .exec();
  });
}

async function visibleRows(): Promise<string[]> {
  const [rows, [box]] = await Promise.all([query('.log-row'), query('#log')]);
  return box ? rows.filter((row) => row.id && row.top < box.bottom - PEEP_PX && row.bottom > box.top + PEEP_PX).map((row) => row.id) : [];
}

/**
 * The mini-program's scroll view. It can only be told which row to show, and only when that differs from the last time:
 * the wish is set and taken back. Rows put in front are the platform's to hold still (scroll anchoring); where it did
 * not, the row that was first is shown again.
 */
export function LogScroll({ handle, firstId, lastId, isLive, label, children, onNearTop, onNearEnd, onAtEnd, onRest }: LogScrollProps) {
  const [wish, setWish] = useState('');
  const atEnd = useRef(true);
  const height = useRef(600);
  const fromTop = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout>>();
  const before = useRef({ firstId, lastId });
  const live = useRef(isLive);
  live.current = isLive;

  const show = (id: string): void => {
    setWish('');
    Taro.nextTick(() => setWish(id));
    setTimeout(() => setWish(''), 300);
  };

  const resized = (): void => {
    if (atEnd.current && live.current) show(END_ID);
    void query('#log').then(([box]) => {
      if (box) height.current = box.bottom - box.top;
    });
  };

  const holdStill = async (first: string, scrolled: number): Promise<void> => {
    const [[row], [box]] = await Promise.all([query(`#${first}`), query('#log')]);
    if (row && box && row.top - box.top + scrolled > LEAD_PX) show(first);
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
    visible: visibleRows,
    resized,
  }));

  useEffect(() => {
    resized();
    return () => clearTimeout(rest.current);
  }, []);

  useEffect(() => {
    const old = before.current;
    before.current = { firstId, lastId };
    if (old.lastId !== lastId && atEnd.current && isLive) return show(END_ID);
    if (old.firstId !== firstId && old.firstId !== undefined && old.lastId === lastId) void holdStill(old.firstId, fromTop.current);
  }, [firstId, lastId]);

  const scrolled = ({ scrollTop, scrollHeight }: ScrollDetail): void => {
    fromTop.current = scrollTop;
    const now = scrollHeight - scrollTop - height.current < FOLLOW_PX;
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
