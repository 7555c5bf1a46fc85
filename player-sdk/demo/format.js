const whole = new Intl.NumberFormat("en");

export function count(number) {
  return whole.format(number);
}

/** 49 s · 12 min 5 s · 3 h 20 min; it breaks only between the two parts. */
export function duration(seconds) {
  const total = Math.round(seconds);
  const [minutes, hours] = [Math.floor(total / 60), Math.floor(total / 3600)];
  const parts =
    hours > 0
      ? [`${count(hours)} h`, `${minutes % 60} min`]
      : minutes > 0
        ? [`${minutes} min`, `${total % 60} s`]
        : [`${total} s`];
  return parts.map((part) => part.replace(" ", "\u00a0")).join(" ");
}

export function share(fraction) {
  return `${Math.round(fraction * 100)} %`;
}

/** A place in the content: 0:07.4 */
export function place(millis) {
  const seconds = millis / 1000;
  return `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, "0")}`;
}

export function seconds(millis) {
  return `${(millis / 1000).toFixed(1)} s`;
}

/** Seconds since an ISO instant; the clocks of two machines may disagree a little. */
export function age(instant) {
  return Math.max(0, (Date.now() - Date.parse(instant)) / 1000);
}
