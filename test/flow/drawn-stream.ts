/** A camera's stream of what a test draws, until its track is stopped. */
export function drawnStream(
  {width, height, rate}: {width: number; height: number; rate: number},
  draw: (context: CanvasRenderingContext2D) => void,
): {stream: MediaStream; track: MediaStreamTrack} {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const timer = setInterval(() => draw(context), 1000 / rate);
  const stream = canvas.captureStream(rate);
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('no track');
  const stop = track.stop.bind(track);
  track.stop = () => {
    clearInterval(timer);
    stop();
  };
  return {stream, track};
}

/** Every frame differs from the one before, as those of a camera do. */
export function changingColour(): (context: CanvasRenderingContext2D) => void {
  let hue = 0;
  return (context) => {
    context.fillStyle = `hsl(${(hue += 7)} 40% 50%)`;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  };
}
