/** Which module and which words a view needs: one lazily loaded module a kind of screen. */
import type {Position, ScreenKind} from '../protocol/position.ts';
import {onceOnline} from './once-online.ts';
import type {Trouble} from './trouble.ts';
import {loadWords, type Group} from './words.ts';

export type View =
  | {kind: 'loading'}
  | {kind: 'start'}
  | {kind: 'code'}
  /** The consent shown before there is a session; its button starts and accepts. */
  | {kind: 'offer'; requester: string; retentionDays: number; collects: string}
  | {kind: 'screen'; position: Position}
  /** Another device goes on; this one shows the code, then that it joined. */
  | {kind: 'handoff'; position: Position}
  | {kind: 'error'; trouble: Trouble; again: (() => Promise<void>) | undefined}
  | {kind: 'left'; again: (() => Promise<void>) | undefined};

type Module = ScreenKind | 'start' | 'handoff' | 'error';

const modules: Record<Module, () => Promise<unknown>> = {
  start: () => import('./steps/start.ts'),
  consent: () => import('./steps/consent.ts'),
  document: () => import('./steps/document.ts'),
  'generic-document': () => import('./steps/generic-document.ts'),
  selfie: () => import('./steps/selfie.ts'),
  form: () => import('./steps/form.ts'),
  'phone-number': () => import('./steps/phone-number.ts'),
  'email-address': () => import('./steps/email-address.ts'),
  processing: () => import('./steps/processing.ts'),
  success: () => import('./steps/success.ts'),
  failed: () => import('./steps/failed.ts'),
  expired: () => import('./steps/expired.ts'),
  handoff: () => import('./steps/handoff.ts'),
  error: () => import('./steps/error.ts'),
};

const words: Partial<Record<Module, Group[]>> = {
  start: ['consent'],
  consent: ['consent'],
  document: ['document', 'capture', 'problems'],
  'generic-document': ['proof', 'document', 'capture', 'problems'],
  selfie: ['selfie', 'capture', 'problems'],
  form: ['form'],
  'phone-number': ['code'],
  'email-address': ['code'],
  processing: ['waiting'],
  success: ['ending'],
  failed: ['ending', 'problems'],
  expired: ['ending'],
  handoff: ['handoff'],
  error: ['trouble'],
};

/** What probably follows, fetched while the person reads; a consent knows better. */
const following: Partial<Record<Module, Module>> = {
  start: 'consent',
  document: 'processing',
  'generic-document': 'processing',
  processing: 'success',
};

function moduleOf(view: View): Module | undefined {
  switch (view.kind) {
    case 'loading':
      return undefined;
    case 'start':
    case 'code':
      return 'start';
    case 'offer':
      return 'consent';
    case 'screen':
      return view.position.screen.kind;
    case 'handoff':
      return 'handoff';
    case 'error':
    case 'left':
      return 'error';
  }
}

async function load(module: Module, view?: View): Promise<void> {
  await Promise.all([modules[module](), loadWords('base', ...(words[module] ?? []))]);
  if (view?.kind !== 'screen' || view.position.screen.kind !== 'form') return;
  const {loadInputs} = await import('./steps/form.ts');
  await loadInputs(view.position.screen.components);
}

/** The page for trouble, fetched before there is any: without a line it could not come. */
export function prepareTrouble(): Promise<void> {
  return load('error');
}

/** Resolves when the view can be rendered whole. */
export async function prepareView(view: View): Promise<void> {
  const module = moduleOf(view);
  if (!module) return;
  await onceOnline(() => load(module, view));
  fetchAhead(following[module]);
}

/** Only a head start: a failure here shows up when the screen is really wanted. */
export function fetchAhead(next: Module | undefined): void {
  if (!next) return;
  const ahead = () => void load(next).catch(() => {});
  if ('requestIdleCallback' in globalThis) requestIdleCallback(ahead);
  else setTimeout(ahead, 300);
}

export function isAboutPosition(view: View): view is Extract<View, {position: Position}> {
  return view.kind === 'screen' || view.kind === 'handoff';
}

export function nameOf(view: View): string {
  if (view.kind !== 'screen') return view.kind;
  const {screen, step} = view.position;
  // two forms in a row are two screens
  return screen.kind === 'form' ? step : screen.kind;
}
