/** One contract, four builds of one net: native onnxruntime, its wasm build, our own kernel by vectors and by plain loops. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {findMrzZones} from '../../../../src/verification/document/mrz/band.ts';
import {floatsFromHalves, netPlaces, type LayerPlace} from '../../../../src/verification/document/mrz/net-layers.ts';
import {createKernelRecogniser} from '../../../../src/verification/document/mrz/recogniser-kernel.ts';
import {openOnnxRecogniser} from '../../../../src/verification/document/mrz/recogniser-onnx.node.ts';
import type {MrzRecogniser, RecognisedLine} from '../../../../src/verification/document/mrz/recogniser.ts';
import {createSimd, type Simd} from '../../../../src/verification/document/mrz/simd/simd.ts';
import {cutStrips} from '../../../../src/verification/document/mrz/strips.ts';
import {decodeImage} from '../../../../src/verification/image/decode.node.ts';
import type {GrayImage} from '../../../../src/verification/image/gray.ts';

const models = new URL('../../../../models/', import.meta.url);
const documents = new URL('../../../data/documents/', import.meta.url);

interface Sample {
  file: string;
  mrz: string[];
}
const [sample] = JSON.parse(readFileSync(new URL('synth.json', documents), 'utf8')) as Sample[];
assert.ok(sample);

const kernel = (simd: Simd | undefined): MrzRecogniser =>
  createKernelRecogniser(
    readFileSync(new URL('mrz/mrz-lines.f16', models)),
    JSON.parse(readFileSync(new URL('mrz/mrz-lines.json', models), 'utf8')) as LayerPlace[],
    simd,
  );

function vectors(): Simd {
  const simd = createSimd();
  assert.ok(simd, 'this machine has vectors');
  return simd;
}

const builds: [string, () => Promise<MrzRecogniser>][] = [
  ['native onnxruntime', () => openOnnxRecogniser({models: models.pathname, runtime: 'native'})],
  ['wasm onnxruntime', () => openOnnxRecogniser({models: models.pathname, runtime: 'wasm'})],
  ['our own kernel by vectors', () => Promise.resolve(kernel(vectors()))],
  ['our own kernel by plain loops', () => Promise.resolve(kernel(undefined))],
];

async function strips(): Promise<GrayImage[]> {
  const image = await decodeImage(readFileSync(new URL(sample?.file ?? '', documents)));
  const [zone] = findMrzZones(image.gray);
  assert.ok(zone, 'the sample has a zone');
  return cutStrips(image.gray, zone).map((strip) => strip.image);
}

describe('every build of the MRZ net', () => {
  const readings = new Map<string, RecognisedLine[]>();
  for (const [name, open] of builds) {
    it(`reads the lines of a photo: ${name}`, async () => {
      const recogniser = await open();
      const lines: RecognisedLine[] = [];
      for (const strip of await strips()) lines.push(await recogniser.recognise(strip));
      await recogniser.close();
      readings.set(name, lines);
      assert.deepEqual(
        lines.map((line) => line.text),
        sample.mrz,
      );
      for (const line of lines) {
        assert.ok(line.confidence > 0.9 && line.confidence <= 1, `confidence ${line.confidence}`);
        assert.equal(line.characters.length, line.text.length);
      }
    });

    it(`reads nothing with confidence in noise: ${name}`, async () => {
      const recogniser = await open();
      let state = 1;
      const noise = Uint8Array.from({length: 32 * 320}, () => (state = (state * 48271) % 2147483647) & 255);
      const line = await recogniser.recognise({data: noise, width: 320, height: 32});
      await recogniser.close();
      assert.ok(line.confidence < 0.45 || line.text.length < 22, `${line.text} ${line.confidence}`);
    });
  }

  it('is as sure as the others', () => {
    const [native, ...others] = [...readings.values()];
    assert.equal(others.length, 3);
    for (const lines of others) {
      for (const [i, line] of lines.entries()) {
        assert.ok(Math.abs(line.confidence - (native?.[i]?.confidence ?? 0)) < 0.01, `line ${i}`);
      }
    }
  });
});

describe('half-precision weights', () => {
  it('stand where the layers known to the code say', () => {
    const written = JSON.parse(readFileSync(new URL('mrz/mrz-lines.json', models), 'utf8')) as LayerPlace[];
    assert.deepEqual(netPlaces(), written);
    const last = written.at(-1);
    const bytes = readFileSync(new URL('mrz/mrz-lines.f16', models)).byteLength;
    assert.equal(bytes, 2 * ((last?.boff ?? 0) + (last?.shape[0] ?? 0)));
  });

  it('unpack zero, one, negative, tiny and large values', () => {
    const halves = new Uint16Array([0x0000, 0x3c00, 0xc000, 0x0001, 0x7bff]);
    assert.deepEqual([...floatsFromHalves(new Uint8Array(halves.buffer))], [0, 1, -2, 2 ** -24, 65504]);
  });
});
