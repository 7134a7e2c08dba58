/** A round top for an axis of whole numbers that holds `max` in four equal steps. */
export function axisTop(max: number): number {
  const step = Math.max(1, max / 4);
  const power = 10 ** Math.floor(Math.log10(step));
  const round = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= step && Number.isInteger(n)) ?? Math.ceil(step);
  return round * 4;
}

/** A line through points that never overshoots them: flat at each point. */
export function smooth(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], i) => {
      const before = points[i - 1];
      if (!before) return `M${x} ${y}`;
      const middle = (before[0] + x) / 2;
      return `C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
}
