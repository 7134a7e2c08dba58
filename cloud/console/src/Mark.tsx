/** The pie: 派 sounds like it. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <path d="M13 14.5V3.6A11 11 0 1 0 24 15.5H14a1 1 0 0 1-1-1z" fill="var(--sun)" />
      <path d="M16.5 11.5V4.3c0-.9.8-1.5 1.6-1.2a10 10 0 0 1 6.3 6.7c.2.9-.4 1.7-1.3 1.7z" fill="var(--primary)" />
    </svg>
  );
}
