import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {notRun} from '../../../src/verification/document/checks/not-run.ts';
import {governmentIdChecks} from '../../../src/verification/document/checks/registry.ts';
import {genericDocumentChecks} from '../../../src/verification/generic-document/checks/registry.ts';
import type {Check} from '../../../src/protocol/check.ts';
import {checksWithWords, fileProblem, problemsOf} from '../../../src/domain/steps/document-problems.ts';
import {verdictOf} from '../../../src/domain/steps/document-verdict.ts';
import {imageErrorCodes} from '../../../src/verification/image/image-error.ts';

function failed(name: string, options: {reasons?: string[]; informs?: boolean} = {}): Check {
  return {
    name,
    status: 'failed',
    requirement: options.informs ? 'not_required' : 'required',
    reasons: options.reasons ?? ['some_reason'],
    metadata: {},
  };
}

describe('document problems', () => {
  it('says nothing when only informing checks failed', () => {
    assert.deepEqual(problemsOf([failed('id_blur_detection', {informs: true})]), []);
  });

  it('puts advice about the picture first, also from checks that only inform', () => {
    const problems = problemsOf([failed('id_mrz_detection'), failed('id_blur_detection', {informs: true})]);
    assert.deepEqual(
      problems.map(({code}) => code),
      ['blurry', 'mrz_not_found'],
    );
  });

  it('speaks of the missing document alone when there is none', () => {
    const problems = problemsOf([
      failed('id_type_detection'),
      failed('id_mrz_detection'),
      failed('id_extracted_properties_detection'),
      failed('id_glare_detection', {informs: true}),
    ]);
    assert.deepEqual(problems, [{code: 'no_document', weight: 'capture'}]);
  });

  it('speaks of the picture before it says that there is no document in it', () => {
    const problems = problemsOf([
      failed('id_unprocessable_submission_detection', {reasons: ['too_dark', 'blurry']}),
      failed('id_type_detection', {reasons: ['type_not_detected']}),
      failed('id_mrz_detection'),
    ]);
    assert.deepEqual(problems, [
      {code: 'too_dark', weight: 'capture'},
      {code: 'blurry', weight: 'capture'},
    ]);
  });

  it('names a file that could not be opened', () => {
    const problems = problemsOf([failed('id_unprocessable_submission_detection', {reasons: ['file_unsupported']})]);
    assert.deepEqual(problems, [{code: 'file_unsupported', weight: 'capture'}]);
  });

  it('says the same of a file where it arrives', () => {
    for (const code of imageErrorCodes) {
      const [problem] = problemsOf([failed('id_unprocessable_submission_detection', {reasons: [code]})]);
      assert.deepEqual(problem, {code: fileProblem(code), weight: 'capture'}, code);
    }
    assert.equal(fileProblem('file_cmyk'), 'file_unusual');
    assert.equal(fileProblem('file_truncated'), 'file_damaged');
    assert.equal(fileProblem('file_svg'), 'file_unsupported');
  });

  it('has a word for every reason of every check of the engine', () => {
    for (const {name, reasons} of [...governmentIdChecks, ...genericDocumentChecks]) {
      for (const reason of reasons)
        assert.ok(problemsOf([failed(name, {reasons: [reason]})]).length > 0, `${name} ${reason}`);
    }
  });

  it('has words of its own for every check that can fail', () => {
    const names = [...governmentIdChecks, ...genericDocumentChecks]
      .map(({name}) => name)
      .filter((name) => !notRun.some((rule) => rule.name === name));
    assert.deepEqual(
      names.filter((name) => !checksWithWords.has(name)),
      [],
    );
  });

  it('asks for the document itself where a screen, a copy or an edited picture was shown, and for its portrait by name', () => {
    const said = (name: string, reason: string) =>
      problemsOf([failed(name, {reasons: [reason]})]).map(({code}) => code);
    for (const [name, reason] of [
      ['id_electronic_replica_detection', 'replica_detected'],
      ['id_color_inconsistency_detection', 'no_colour'],
      ['id_tamper_detection', 'edited_with_software'],
      ['id_portrait_paste_detection', 'straight_edge'],
      ['id_fabrication_detection', 'made_by_generator'],
    ] as const)
      assert.deepEqual(said(name, reason), ['original_needed'], name);
    assert.deepEqual(said('id_tamper_detection', 'uneven_characters'), ['inconsistent']);
    assert.deepEqual(said('id_portrait_detection', 'no_portrait'), ['portrait_not_found']);
  });

  it('tells an expired document from one whose date was not read', () => {
    assert.deepEqual(problemsOf([failed('id_expired_detection', {reasons: ['expired']})]), [
      {code: 'expired', weight: 'person'},
    ]);
    for (const reason of ['no_expiration_date', 'expiration_date_unreadable']) {
      assert.deepEqual(problemsOf([failed('id_expired_detection', {reasons: [reason]})]), [
        {code: 'unreadable', weight: 'capture'},
      ]);
    }
  });

  it('never lets a failed required check pass unspoken, known or not', () => {
    const verdict = verdictOf({checks: [failed('id_check_of_tomorrow')]});
    assert.deepEqual(verdict, {type: 'failed', problems: [{code: 'inconsistent', weight: 'document'}]});
  });

  it('asks for the missing side before it judges, unless there is no document at all', () => {
    const checks = [failed('id_barcode_detection', {reasons: ['back_missing']})];
    assert.equal(verdictOf({checks, missingSide: 'back', documentType: 'dl'}).type, 'missing_side');
    assert.equal(verdictOf({checks: [failed('id_type_detection')], missingSide: 'back'}).type, 'failed');
  });
});
