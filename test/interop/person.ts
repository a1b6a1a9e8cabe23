/** A person in front of the flow, as the frame would speak for them: consent, a picture, patience. */
import {randomUUID} from 'node:crypto';
import fs from 'node:fs/promises';
import type {DocumentType} from '../../src/protocol/government-id.ts';
import type {EvidenceSlot, SubmitStep} from '../../src/protocol/flow.ts';
import type {Position} from '../../src/protocol/position.ts';

export interface PersonOptions {
  publicUrl: string;
  /** Of the inquiry's session. */
  token: string;
}

export class Person {
  private readonly base: string;
  private readonly token: string;

  constructor({publicUrl, token}: PersonOptions) {
    this.base = `${publicUrl}/api/flow/v1`;
    this.token = token;
  }

  /** Accepts, says what the document is, and shows its sides until it is accepted or no attempt is left. */
  async showDocument(pictures: {side: 'front' | 'back'; file: string}[], type?: DocumentType): Promise<Position> {
    let position = await this.position();
    await this.send('POST', '/signals', {languages: ['de'], timeZone: 'Europe/Berlin', screen: [390, 844, 300]});
    if (position.screen.kind === 'consent') position = await this.submit(position.step, {action: 'accept'});
    const {step} = position;
    if (type) await this.submit(step, {action: 'choose', type});
    else await this.submit(step, {action: 'choose'});
    do {
      const evidence = [];
      for (const {side, file} of pictures) evidence.push({side, id: await this.upload(step, side, file)});
      await this.submit(step, {action: 'submit', evidence});
      position = await this.settled();
    } while (position.screen.kind === 'document');
    return position;
  }

  /** Accepts, and hands in one file that proves an address. */
  async showProof(file: string): Promise<Position> {
    let position = await this.position();
    if (position.screen.kind === 'consent') position = await this.submit(position.step, {action: 'accept'});
    const {step} = position;
    const evidence = [{side: 'page' as const, id: await this.upload(step, 'page', file, 'application/pdf')}];
    await this.submit(step, {action: 'submit', evidence});
    return this.settled();
  }

  /** Accepts, has a code sent to a number, and sees that it is not theirs. */
  async mistypeNumber(to: string): Promise<Position> {
    let position = await this.position();
    if (position.screen.kind === 'consent') position = await this.submit(position.step, {action: 'accept'});
    const {step} = position;
    await this.submit(step, {action: 'send-code', to});
    return this.submit(step, {action: 'change-contact'});
  }

  position(): Promise<Position> {
    return this.send('GET', '/position');
  }

  /** The first position that is not `processing`, asked for the way the frame does when it has no stream. */
  private async settled(): Promise<Position> {
    const deadline = Date.now() + 120_000;
    for (;;) {
      const position = await this.position();
      if (position.screen.kind !== 'processing') return position;
      if (Date.now() > deadline) throw new Error('the verification did not settle in two minutes');
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  private submit(step: string, submit: SubmitStep): Promise<Position> {
    return this.send('POST', `/steps/${step}`, submit);
  }

  private async upload(
    step: string,
    side: 'front' | 'back' | 'page',
    file: string,
    contentType: 'image/jpeg' | 'application/pdf' = 'image/jpeg',
  ): Promise<string> {
    const bytes = await fs.readFile(file);
    const slot = await this.send<EvidenceSlot>('POST', '/evidence', {
      step,
      side,
      capture: 'upload',
      contentType,
      size: bytes.length,
    });
    for (let offset = 0; offset < bytes.length; offset += slot.partBytes) {
      const part = bytes.subarray(offset, offset + slot.partBytes);
      const response = await fetch(`${this.base}/evidence/${slot.id}`, {
        method: 'PUT',
        headers: {
          ...this.headers(),
          'content-range': `bytes ${offset}-${offset + part.length - 1}/${bytes.length}`,
        },
        body: new Uint8Array(part),
      });
      if (!response.ok) throw new Error(`PUT evidence: ${response.status} ${await response.text()}`);
    }
    return slot.id;
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.base + path, {
      method,
      headers: {...this.headers(), 'content-type': 'application/json'},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private headers(): Record<string, string> {
    return {authorization: `Bearer ${this.token}`, 'idempotency-key': randomUUID()};
  }
}
