import type { Assistant } from '@shared/wire/pai';
import { fileUrl } from '@/transport/address';
import { AiMark } from '@/ui/Marks';

interface RoleMarkProps {
  /** Undefined for one that is not among the roles of the pai any more. */
  role: Partial<Pick<Assistant, 'emoji' | 'avatar'>> | undefined;
  size?: number;
}

/** The face of an AI role, wherever it is met. */
export const RoleMark = ({ role, size = 28 }: RoleMarkProps) => <AiMark size={size} emoji={role?.emoji} picture={role?.avatar && fileUrl(role.avatar)} />;
