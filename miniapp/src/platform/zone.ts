/** The IANA name of the zone this device is in; by its offset where the engine cannot name it. */
export function deviceZone(): string {
  try {
    return Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Shanghai';
  } catch {
    const hours = Math.round(-new Date().getTimezoneOffset() / 60);
    return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
  }
}
