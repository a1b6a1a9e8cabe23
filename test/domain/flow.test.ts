import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {applyDocumentVerdict, applyStep, readStepState} from '../../src/domain/flow.ts';
import type {FlowChange, FlowState} from '../../src/domain/flow.ts';
import type {DocumentVerdict} from '../../src/domain/steps/document-verdict.ts';
import {applyVerdict, documentRule} from '../../src/domain/steps/document.ts';
import type {FlowEvidence} from '../../src/domain/steps/step.ts';
import type {SubmitStep} from '../../src/protocol/flow.ts';
import {problemCodes} from '../../src/protocol/position.ts';
import {documentTypes, type GovernmentIdConfig} from '../../src/protocol/government-id.ts';
import {documentGraph} from './flow-graph.ts';

const graph = documentGraph();
const narrow = {kind: 'document', next: 'success', failed: 'failed', attempts: 3, upload: true} as const;
const now = new Date('2026-03-01T12:00:00Z');
const later = new Date('2026-03-02T12:00:00Z');

const pictures = new Map<string, FlowEvidence>(
  (['front', 'back'] as const).flatMap((side) =>
    (['ready', 'pending'] as const).map((state) => [
      `evd_${side}_${state}`,
      {id: `evd_${side}_${state}`, side, step: 'document', capture: 'camera_auto', state},
    ]),
  ),
);
const front = {side: 'front', id: 'evd_front_ready'} as const;
const back = {side: 'back', id: 'evd_back_ready'} as const;

function fresh(): FlowState {
  return {status: 'created', step: 'consent', stepState: readStepState(graph, 'consent', {}), expiresAt: later};
}

/** Follows a change the way the commands do: the effects move the status. */
function follow(state: FlowState, change: FlowChange): FlowState {
  if (change.type !== 'changed') return state;
  const names = change.effects.map(({type}) => type);
  const status = names.includes('completed')
    ? 'completed'
    : names.includes('failed')
      ? 'failed'
      : names.includes('started')
        ? 'pending'
        : state.status;
  return {...state, status, step: change.step, stepState: change.stepState};
}

let serial = 0;
function submit(state: FlowState, input: SubmitStep, step = state.step): FlowChange {
  const fresh = {id: 'liv_test', nonce: 'nonce', draw: 0};
  const newVerificationId = `ver_${++serial}`;
  return applyStep(graph, state, {step, submit: input, evidence: pictures, newVerificationId, fresh, fields: {}}, now);
}
function verdict(state: FlowState, said: DocumentVerdict): FlowChange {
  const id = state.stepState.kind === 'document' ? (state.stepState.verificationId ?? '') : '';
  return applyDocumentVerdict(graph, state, {verificationId: id, verdict: said}, now);
}
function atDocument(): FlowState {
  const state = fresh();
  return follow(state, submit(state, {action: 'accept'}));
}
function processing(choice: SubmitStep = {action: 'choose'}): FlowState {
  const chosen = atDocument();
  const ready = follow(chosen, submit(chosen, choice));
  const both = choice.action === 'choose' && choice.type === 'dl';
  return follow(ready, submit(ready, {action: 'submit', evidence: both ? [front, back] : [front]}));
}

describe('the flow', () => {
  it('goes from consent over the document to the success step', () => {
    let state = atDocument();
    assert.equal(state.step, 'document');
    state = follow(state, submit(state, {action: 'choose', country: 'DE', type: 'pp'}));
    const sent = submit(state, {action: 'submit', evidence: [front]});
    assert.equal(sent.type, 'changed');
    assert.deepEqual(sent.type === 'changed' ? sent.effects.map(({type}) => type) : [], ['started', 'verify']);
    state = follow(state, sent);
    assert.equal(state.status, 'pending');
    state = follow(state, verdict(state, {type: 'passed', country: 'DE', documentType: 'pp'}));
    assert.deepEqual([state.step, state.status], ['success', 'completed']);
  });

  it('starts the inquiry once only', () => {
    let state = processing();
    state = follow(state, verdict(state, {type: 'failed', problems: [{code: 'blurry', weight: 'capture'}]}));
    const again = submit(state, {action: 'submit', evidence: [front]});
    assert.deepEqual(again.type === 'changed' ? again.effects.map(({type}) => type) : [], ['verify']);
  });

  it('asks for the back when the classified document has one, without spending an attempt', () => {
    let state = processing();
    state = follow(state, verdict(state, {type: 'missing_side', side: 'back', country: 'US', documentType: 'dl'}));
    assert.ok(state.stepState.kind === 'document');
    assert.deepEqual(
      [state.stepState.wanted, state.stepState.country, state.stepState.type, state.stepState.attempt],
      [['front', 'back'], 'US', 'dl', 1],
    );
    const sent = submit(state, {action: 'submit', evidence: [back]});
    const effect = sent.type === 'changed' ? sent.effects.find((one) => one.type === 'verify') : undefined;
    assert.deepEqual(effect?.evidence, [front, back]);
  });

  it('asks what it is only where the pictures do not say, keeps them, and spends no attempt', () => {
    let state = processing();
    assert.ok(state.stepState.kind === 'document' && state.stepState.asks === undefined);
    const guesses = [{type: 'dl', country: 'GR'} as const];
    state = follow(state, verdict(state, {type: 'unsure', guesses}));
    assert.ok(state.stepState.kind === 'document');
    assert.deepEqual(state.stepState.asks, guesses);
    assert.deepEqual([state.stepState.attempt, state.stepState.received], [1, [front]]);

    const answered = follow(state, submit(state, {action: 'choose', country: 'GR', type: 'dl'}));
    assert.ok(answered.stepState.kind === 'document');
    assert.deepEqual([answered.stepState.phase, answered.stepState.wanted], ['collecting', ['front', 'back']]);
    const sent = submit(answered, {action: 'submit', evidence: [back]});
    const effect = sent.type === 'changed' ? sent.effects.find((one) => one.type === 'verify') : undefined;
    assert.deepEqual([effect?.evidence, effect?.chosen], [[front, back], {country: 'GR', type: 'dl'}]);

    const passport = submit(state, {action: 'choose', country: 'GR', type: 'pp'});
    const again = passport.type === 'changed' ? passport.effects.find((one) => one.type === 'verify') : undefined;
    assert.deepEqual([again?.evidence, again?.attempt], [[front], 1]);
  });

  it('guesses nothing that the template does not take, and does not ask where there is one answer', () => {
    const unsure: DocumentVerdict = {
      type: 'unsure',
      guesses: [{type: 'visa', country: 'DE'}, {type: 'id', country: 'FR'}, {type: 'id', country: 'DE'}, {type: 'pp'}],
    };
    const after = (config: GovernmentIdConfig) => {
      const step = {...narrow, config};
      const state = {...documentRule.enter(step, []), phase: 'processing' as const};
      const outcome = applyVerdict(step, state, unsure);
      assert.ok(outcome.type === 'stay');
      return outcome.state;
    };
    assert.deepEqual(after({types: ['pp', 'id'], countries: ['DE', 'AT']}).asks, [
      {type: 'id', country: 'DE'},
      {type: 'pp'},
    ]);
    const only = after({types: ['pp'], countries: ['DE']});
    assert.deepEqual([only.asks, only.attempt, only.problems], [undefined, 2, ['no_document']]);
  });

  it('asks for both sides at once where all that is accepted has two', () => {
    assert.deepEqual(documentRule.enter({...narrow, config: {types: ['dl']}}, []).wanted, ['front', 'back']);
    assert.deepEqual(documentRule.enter({...narrow, config: {types: ['dl', 'pp']}}, []).wanted, ['front']);
  });

  it('does not ask twice what it is', () => {
    let state = processing();
    state = follow(state, verdict(state, {type: 'unsure', guesses: []}));
    state = follow(state, submit(state, {action: 'choose', type: 'pp'}));
    state = follow(state, verdict(state, {type: 'unsure', guesses: []}));
    assert.ok(state.stepState.kind === 'document');
    assert.deepEqual([state.stepState.attempt, state.stepState.problems], [2, ['no_document']]);
  });

  it('counts a side asked for a second time as a failed attempt', () => {
    let state = processing();
    state = follow(state, verdict(state, {type: 'missing_side', side: 'back', documentType: 'dl'}));
    state = follow(state, submit(state, {action: 'rechoose'}));
    state = follow(state, submit(state, {action: 'submit', evidence: [front]}));
    state = follow(state, verdict(state, {type: 'missing_side', side: 'back', documentType: 'dl'}));
    assert.ok(state.stepState.kind === 'document');
    assert.deepEqual([state.stepState.attempt, state.stepState.problems], [2, ['wrong_side']]);
  });

  it('lets the template decide at once about an expired document', () => {
    const state = processing();
    const change = verdict(state, {type: 'failed', problems: [{code: 'expired', weight: 'person'}]});
    assert.deepEqual(follow(state, change), {
      ...state,
      status: 'completed',
      step: 'success',
      stepState: {kind: 'success', problems: ['expired']},
    });
  });

  it('retries a bad picture, and fails the inquiry after the last attempt', () => {
    let state = atDocument();
    for (let attempt = 1; attempt <= 3; attempt++) {
      assert.ok(state.stepState.kind === 'document');
      assert.equal(state.stepState.attempt, attempt);
      state = follow(state, submit(state, {action: 'submit', evidence: [front]}));
      state = follow(state, verdict(state, {type: 'failed', problems: [{code: 'no_document', weight: 'capture'}]}));
    }
    assert.deepEqual(state.stepState, {kind: 'failed', problems: ['no_document']});
    assert.equal(state.status, 'failed');
  });

  it('lets the template decide after the last attempt when the document itself is in question', () => {
    let state = atDocument();
    for (let attempt = 1; attempt <= 3; attempt++) {
      state = follow(state, submit(state, {action: 'submit', evidence: [front]}));
      state = follow(state, verdict(state, {type: 'failed', problems: [{code: 'inconsistent', weight: 'document'}]}));
    }
    assert.deepEqual([state.step, state.status], ['success', 'completed']);
  });

  it('spends no attempt when the engine could not run', () => {
    let state = processing();
    state = follow(state, verdict(state, {type: 'unavailable'}));
    assert.ok(state.stepState.kind === 'document');
    assert.deepEqual([state.stepState.attempt, state.stepState.problems], [1, ['engine_unavailable']]);
  });

  it('takes no submit that comes too late: double press, other tab, finished, overdue', () => {
    const state = processing();
    assert.equal(submit(state, {action: 'submit', evidence: [front]}).type, 'late');
    assert.equal(submit(state, {action: 'accept'}, 'consent').type, 'late');
    assert.equal(submit({...state, status: 'approved'}, {action: 'rechoose'}).type, 'late');
    assert.equal(submit({...atDocument(), expiresAt: now}, {action: 'choose'}).type, 'late');
  });

  it('takes no verdict of another verification', () => {
    const state = processing();
    const change = applyDocumentVerdict(graph, state, {verificationId: 'ver_other', verdict: {type: 'passed'}}, now);
    assert.equal(change.type, 'late');
  });

  it('refuses pictures that are not there, not whole, or of the other side', () => {
    const state = atDocument();
    for (const evidence of [
      [{side: 'front', id: 'evd_unknown'}],
      [{side: 'front', id: 'evd_front_pending'}],
      [{side: 'back', id: 'evd_front_ready'}],
      [front, front],
    ] as const) {
      assert.equal(submit(state, {action: 'submit', evidence: [...evidence]}).type, 'refused');
    }
  });

  it('never throws, never exceeds the attempts and never runs for ever, whatever is submitted', () => {
    const side = fc.constantFrom('front' as const, 'back' as const);
    const aSubmit: fc.Arbitrary<SubmitStep> = fc.oneof(
      fc.constant<SubmitStep>({action: 'accept'}),
      fc.constant<SubmitStep>({action: 'rechoose'}),
      fc.record(
        {
          action: fc.constant('choose' as const),
          country: fc.constantFrom('DE', 'US', 'xx'),
          type: fc.constantFrom(...documentTypes),
        },
        {requiredKeys: ['action']},
      ),
      fc.record({
        action: fc.constant('submit' as const),
        evidence: fc.array(fc.record({side, id: fc.constantFrom(...pictures.keys(), 'evd_none')}), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
      fc.constant<SubmitStep>({action: 'submit', evidence: [front]}),
      fc.constant<SubmitStep>({action: 'submit', evidence: [front, back]}),
    );
    const aVerdict: fc.Arbitrary<DocumentVerdict> = fc.oneof(
      fc.record({type: fc.constant('missing_side' as const), side, documentType: fc.constantFrom(...documentTypes)}),
      fc.record({
        type: fc.constant('unsure' as const),
        guesses: fc.array(fc.record({type: fc.constantFrom(...documentTypes)}), {maxLength: 3}),
      }),
      fc.record({
        type: fc.constant('failed' as const),
        problems: fc.array(
          fc.record({
            code: fc.constantFrom(...problemCodes),
            weight: fc.constantFrom('capture' as const, 'document' as const, 'person' as const),
          }),
          {minLength: 1, maxLength: 3},
        ),
      }),
    );
    const step = fc.constantFrom('consent', 'document', 'success', 'failed', 'nowhere');
    const move = fc.record({submit: aSubmit, step: fc.option(step, {nil: undefined}), verdict: aVerdict});
    fc.assert(
      fc.property(fc.array(move, {maxLength: 60}), (moves) => {
        let state = fresh();
        let runs = 0;
        for (const one of moves) {
          const change = submit(state, one.submit, one.step ?? state.step);
          state = follow(state, change);
          if (state.stepState.kind !== 'document') continue;
          assert.ok(state.stepState.attempt <= 3);
          if (state.stepState.phase !== 'processing') continue;
          runs += 1;
          state = follow(state, verdict(state, one.verdict));
          assert.notEqual(state.stepState.kind === 'document' && state.stepState.phase, 'processing');
        }
        // three attempts, each with at most one more run for a missing side and one for what it is
        assert.ok(runs <= 9, `${runs} runs of the engine`);
      }),
      {numRuns: 500},
    );
  });
});
