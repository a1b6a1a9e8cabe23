/** Programs that change pictures. Phones and cameras write their own names, which are none of these. */
const editors: readonly [pattern: RegExp, name: string][] = [
  [/photoshop/i, 'Photoshop'],
  [/illustrator/i, 'Illustrator'],
  [/indesign/i, 'InDesign'],
  [/\bgimp\b/i, 'GIMP'],
  [/paint\.net/i, 'Paint.NET'],
  [/affinity/i, 'Affinity'],
  [/pixelmator/i, 'Pixelmator'],
  [/\bcanva\b/i, 'Canva'],
  [/photopea/i, 'Photopea'],
  [/picsart/i, 'PicsArt'],
  [/snapseed/i, 'Snapseed'],
  [/corel|paintshop/i, 'Corel'],
  [/\bkrita\b/i, 'Krita'],
  [/inkscape/i, 'Inkscape'],
  [/facetune|faceapp/i, 'a face editor'],
];

/** Programs that make pictures from words. */
const generators = /stable diffusion|midjourney|dall.?e\b|firefly|trainedalgorithmicmedia/i;

/** From EXIF Software or XMP CreatorTool; a weak signal, since anybody can write anything there, or nothing. */
export function editorOf(software: string | undefined): string | undefined {
  return software === undefined ? undefined : editors.find(([pattern]) => pattern.test(software))?.[1];
}

export function isGenerated(software: string | undefined): boolean {
  return software !== undefined && generators.test(software);
}
