import { useEffect, useRef, useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import { countWords } from '@shared/domain/checkin/words';
import { LIMITS } from '@shared/domain/limits';
import type { ProofRule } from '@shared/wire/challengeRules';
import { amountOf } from '@/features/challenge/amount';
import { pickPlace } from '@/features/challenge/pickPlace';
import type { Brought } from '@/features/challenge/unsent';
import { usePunchT } from '@/features/challenge/words';
import { isH5 } from '@/platform/env';
import { localUrl } from '@/platform/localFile';
import { pickImages } from '@/platform/pick';
import { startRecording } from '@/platform/recorder';
import type { Recording } from '@/platform/recording';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Area, Field } from '@/ui/Field';
import { toast } from '@/ui/toast';

interface PartProps {
  brought: Brought;
  onChange(brought: Brought): void;
}

export function PicturePart({ brought, onChange }: PartProps) {
  const t = usePunchT();
  const [url, setUrl] = useState<string>();
  const ref = brought.file?.kind === 'image' ? brought.file.ref : undefined;
  useEffect(() => {
    if (ref === undefined) return setUrl(undefined);
    void localUrl(ref).then(setUrl);
  }, [ref]);
  const pick = async (from: 'album' | 'camera'): Promise<void> => {
    const [file] = await pickImages(from, 1, 'original');
    if (file) onChange({ ...brought, file });
  };
  return (
    <>
      {url !== undefined && (
        <View className="pf-pic" {...aria({ role: 'img', label: t('proof.picture.chosen') })}>
          <Image className="pf-pic-in" mode="aspectFit" src={url} {...(isH5 ? { nativeProps: { alt: '' } } : {})} />
        </View>
      )}
      <View className="pf-row">
        <Button kind="card" size={44} icon="image" onTap={() => void pick('album')}>
          {t(url === undefined ? 'proof.picture' : 'proof.another')}
        </Button>
        <Button kind="card" size={44} icon="camera" onTap={() => void pick('camera')}>
          {t('proof.camera')}
        </Button>
      </View>
    </>
  );
}

function VoicePart({ brought, onChange }: PartProps) {
  const t = usePunchT();
  const [seconds, setSeconds] = useState<number>();
  const recording = useRef<Recording>();
  useEffect(() => () => recording.current?.cancel(), []);
  const isOn = seconds !== undefined;
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(() => setSeconds((n) => (n ?? 0) + 1), 1000);
    return () => clearInterval(timer);
  }, [isOn]);
  const start = (): void => {
    startRecording().then(
      (made) => {
        recording.current = made;
        setSeconds(0);
      },
      (fault: { kind?: string }) => toast(t(fault.kind === 'unsupported' ? 'proof.voice.unsupported' : 'proof.voice.denied')),
    );
  };
  const stop = (): void => {
    const made = recording.current;
    recording.current = undefined;
    setSeconds(undefined);
    void made?.finish().then((file) => file && onChange({ ...brought, file }));
  };
  const have = brought.file?.kind === 'voice' ? Math.max(1, Math.round((brought.file.durationMs ?? 0) / 1000)) : undefined;
  return (
    <View className="pf-row">
      <Button kind={isOn ? 'tint' : 'card'} size={44} icon={isOn ? 'stop' : 'mic'} onTap={isOn ? stop : start}>
        {isOn ? t('proof.voice.stop', { n: seconds }) : t(have === undefined ? 'proof.voice' : 'proof.voice.again')}
      </Button>
      {have !== undefined && !isOn && <Text className="t14 soft">{t('proof.voice.have', { n: have })}</Text>}
    </View>
  );
}

function PlacePart({ brought, onChange }: PartProps) {
  const t = usePunchT();
  const { place } = brought;
  const pick = (): void => {
    pickPlace().then(
      (chosen) => chosen && onChange({ ...brought, place: { ...chosen, name: chosen.name || (place?.name ?? '') } }),
      () => toast(t('proof.place.denied')),
    );
  };
  return (
    <>
      <View className="pf-row">
        <Button kind="card" size={44} icon="flag" onTap={pick}>
          {place && !isH5 ? place.name : t('proof.place')}
        </Button>
      </View>
      {place && isH5 && <Field on="card" label={t('proof.place.name')} value={place.name} maxLength={80} onChange={(name) => onChange({ ...brought, place: { ...place, name } })} />}
      <View className="t12 soft">{t('proof.place.once')}</View>
    </>
  );
}

function TextPart({ brought, min, onChange }: PartProps & { min: number }) {
  const t = usePunchT();
  const count = countWords(brought.text ?? '');
  return <Area initial={brought.text ?? ''} label={t('proof.text')} {...(min > 0 ? { hint: t('proof.text.min', { n: min }), count: t('proof.text.count', { n: count, m: min }) } : {})} maxLength={4000} onChange={(text) => onChange({ ...brought, text })} />;
}

function NumberPart({ rule, brought, onChange }: PartProps & { rule: Extract<ProofRule, { kind: 'number' }> }) {
  const t = usePunchT();
  const [typed, setTyped] = useState('');
  const type = (text: string): void => {
    setTyped(text);
    onChange({ ...brought, amount: amountOf(text) });
  };
  return <Field on="card" kind="text" label={t('proof.number', { unit: rule.unit })} hint={rule.min ? t('proof.number.min', { n: rule.min, unit: rule.unit }) : t('proof.number', { unit: rule.unit })} value={typed} maxLength={12} onChange={type} after={<Text className="soft">{rule.unit}</Text>} />;
}

/** Whether what the rules ask for is there. The cloud looks again. */
export function isEnough(rule: ProofRule, { text, file, place, amount }: Brought): boolean {
  if (rule.kind === 'text') return countWords(text ?? '') >= rule.minWords;
  if (rule.kind === 'number') return amount !== undefined && amount >= (rule.min ?? 0) && amount <= LIMITS.challengeAmount;
  if (rule.kind === 'place') return place !== undefined && place.name.trim() !== '';
  return rule.kind === 'tap' || (rule.kind === 'picture' ? file?.kind === 'image' : file?.kind === 'voice');
}

/** What is asked for first; words and a picture are always welcome where there is room for them. */
export function ProofFields({ rule, brought, onChange }: PartProps & { rule: ProofRule }) {
  const part = { brought, onChange };
  return (
    <>
      {rule.kind === 'number' && <NumberPart rule={rule} {...part} />}
      {rule.kind === 'place' && <PlacePart {...part} />}
      {rule.kind === 'voice' && <VoicePart {...part} />}
      {rule.kind === 'picture' && <PicturePart {...part} />}
      <TextPart min={rule.kind === 'text' ? rule.minWords : 0} {...part} />
      {rule.kind !== 'picture' && rule.kind !== 'voice' && <PicturePart {...part} />}
    </>
  );
}
