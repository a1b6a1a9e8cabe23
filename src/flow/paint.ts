/** Two frames: the first one paints what was rendered. A frame that is hidden (preloaded) never paints, so not longer than 200 ms. */
export async function paint(): Promise<void> {
  await Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    new Promise((resolve) => setTimeout(resolve, 200)),
  ]);
}
