import type { Message } from '@shared/wire/message';

/**
 * The labels every AI message carries: the visible one, and the metadata one with the field names of GB 45438-2025
 * (Label 1 = made by AI; the producer fills in its own code). ProduceID finds the turn it came from.
 */
export const label = (produceId: string): NonNullable<Message['label']> => ({
  visible: 'AI 生成',
  metadata: { AIGC: { Label: '1', ContentProducer: '', ProduceID: produceId, ReservedCode1: '', ContentPropagator: '', PropagateID: '', ReservedCode2: '' } },
});
