/**
 * The person cannot mend a page that keeps the camera to itself; whoever builds that page can, and looks into the console. No datum of
 * the person is in it.
 */
export function tellIntegrator(): void {
  const origin = location.origin;
  globalThis.console.warn(
    `Countersign: the camera is not allowed in this frame. Let it through in the page around: ` +
      `allow="camera ${origin}" on the iframe, and in every page above it a Permissions-Policy with camera=(self "${origin}"), or none.`,
  );
}
