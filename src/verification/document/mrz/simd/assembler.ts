/**
 * Writes WebAssembly modules byte by byte, as far as our kernels need it: functions over i32 parameters, one memory, 128-bit vectors.
 * So that the kernels are source in this tree, without a compiler at build time and without a binary nobody can read.
 * Opcodes: WebAssembly Core Specification 2.0, section 5.4 (binary format of instructions).
 */

/** Instructions as they stand in the module. */
export type Code = readonly number[];

export type LocalType = 'i32' | 'v128';

export interface WasmFunction {
  name: string;
  /** All are i32; nothing is returned. */
  params: number;
  locals: readonly LocalType[];
  body: Code;
}

const typeBytes: Record<LocalType, number> = {i32: 0x7f, v128: 0x7b};

/** A module that exports `memory` (one page at first) and the functions by name. */
export function assembleModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const counts = [...new Set(functions.map(({params}) => params))];
  const types = counts.map((count) => [0x60, ...list(Array.from({length: count}, () => [typeBytes.i32])), 0]);
  const names = [[...text('memory'), 0x02, 0], ...functions.map(({name}, i) => [...text(name), 0x00, ...unsigned(i)])];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, types),
    ...section(
      3,
      functions.map(({params}) => unsigned(counts.indexOf(params))),
    ),
    ...section(5, [[0x00, 1]]),
    ...section(7, names),
    ...section(10, functions.map(functionCode)),
  ]);
}

function functionCode({locals, body}: WasmFunction): Code {
  const declared = list(locals.map((type) => [1, typeBytes[type]]));
  const code = [...declared, ...body, 0x0b];
  return [...unsigned(code.length), ...code];
}

function section(id: number, entries: readonly Code[]): Code {
  const content = list(entries);
  return [id, ...unsigned(content.length), ...content];
}

function list(entries: readonly Code[]): Code {
  return [...unsigned(entries.length), ...entries.flat()];
}

function text(value: string): Code {
  return list([...value].map((letter) => [letter.charCodeAt(0)]));
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const low = value & 0x7f;
  const rest = value >> 7;
  const last = (rest === 0 && !(low & 0x40)) || (rest === -1 && (low & 0x40) !== 0);
  return last ? [low] : [low | 0x80, ...signed(rest)];
}

// ---- instructions; operands come first, as on the machine's stack -----------------------------------------------------------

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const int = (value: number): Code => [0x41, ...signed(value)];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
const lessThan = (a: Code, b: Code): Code => [...a, ...b, 0x48];

/** Repeats while `local` (signed), raised by `step` after each round, is below `end`; the first round always runs. */
export function countUp(local: number, step: number, end: Code, round: readonly Code[]): Code {
  return [
    ...[0x03, 0x40],
    ...round.flat(),
    ...set(local, add(get(local), int(step))),
    ...lessThan(get(local), end),
    ...[0x0d, 0, 0x0b],
  ];
}

const vector = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
const pair = (opcode: number) => (a: Code, b: Code) => [...a, ...b, ...vector(opcode)];

/** Sixteen bytes from an address plus a constant; no alignment is asked for. */
export const load = (address: Code, offset = 0): Code => [...address, ...vector(0x00), 0, ...unsigned(offset)];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  ...vector(0x0b),
  0,
  ...unsigned(offset),
];
/** One float from memory in all four lanes. */
export const loadSplat = (address: Code, offset = 0): Code => [...address, ...vector(0x09), 0, ...unsigned(offset)];
export const or = pair(0x50);
export const shiftRightBytes = (a: Code, bits: number): Code => [...a, ...int(bits), ...vector(0x6d)];
export const addBytes = pair(0x70);
export const takeBytes = pair(0x73);
export const smallerBytes = pair(0x77);
export const largerBytes = pair(0x79);
export const addFloats = pair(0xe4);
export const multiplyFloats = pair(0xe6);
/** a < b ? b : a, which is one instruction where `max` with its care for NaN is several. */
export const largerFloats = pair(0xeb);
