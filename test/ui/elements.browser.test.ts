import {expect, fixture, oneEvent} from '@open-wc/testing';
import {emulateMedia, sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import {Banner} from '../../src/ui/banner.ts';
import {ChoiceCards, type ChoiceEvent} from '../../src/ui/choice-cards.ts';
import {ConfirmDialog, type ConfirmDialogAnswer} from '../../src/ui/confirm-dialog.ts';
import {define} from '../../src/ui/define.ts';
import {passportDrawing} from '../../src/ui/illustrations.ts';
import {ProgressList} from '../../src/ui/progress-list.ts';
import {SearchList} from '../../src/ui/search-list.ts';
import {adoptTokens, tokenNames} from '../../src/ui/tokens.ts';

before(async () => {
  // axe measures colours: a dialog that is still fading in has others
  await emulateMedia({reducedMotion: 'reduce'});
  adoptTokens(document);
  define('cs-banner', Banner);
  define('cs-choice-cards', ChoiceCards);
  define('cs-confirm-dialog', ConfirmDialog);
  define('cs-progress-list', ProgressList);
  define('cs-search-list', SearchList);
});

const active = (element: Element) => element.shadowRoot?.activeElement;

describe('tokens', () => {
  it('are adopted once and named for themes', () => {
    const count = document.adoptedStyleSheets.length;
    adoptTokens(document);
    expect(document.adoptedStyleSheets.length).to.equal(count);
    expect(tokenNames).to.include('--cs-accent');
    expect(tokenNames.length).to.be.within(18, 26);
    for (const name of tokenNames) expect(name).to.match(/^--cs-[a-z-]+$/);
  });
});

describe('confirm-dialog', () => {
  const make = async () => {
    const dialog = await fixture<ConfirmDialog>(
      html`<cs-confirm-dialog heading="Leave?" text="It is kept." confirm="Leave" dismiss="Stay"></cs-confirm-dialog>`,
    );
    await dialog.show();
    return dialog;
  };
  const answer = (dialog: ConfirmDialog) => oneEvent(dialog, 'cs-answer') as unknown as Promise<ConfirmDialogAnswer>;

  it('begins on the answer that loses nothing, and Enter gives it', async () => {
    const dialog = await make();
    expect(active(dialog)?.textContent?.trim()).to.equal('Stay');
    setTimeout(() => void sendKeys({press: 'Enter'}));
    expect((await answer(dialog)).confirmed).to.equal(false);
    expect(dialog.open).to.equal(false);
  });

  it('takes Escape as no', async () => {
    const dialog = await make();
    setTimeout(() => void sendKeys({press: 'Escape'}));
    expect((await answer(dialog)).confirmed).to.equal(false);
  });

  it('confirms by the other button', async () => {
    const dialog = await make();
    await sendKeys({press: 'Tab'});
    expect(active(dialog)?.textContent?.trim()).to.equal('Leave');
    setTimeout(() => void sendKeys({press: 'Space'}));
    expect((await answer(dialog)).confirmed).to.equal(true);
  });

  it('is accessible', async () => {
    await expect(await make()).to.be.accessible();
  });
});

describe('choice-cards', () => {
  const cards = [
    {value: 'pp', title: 'Passport', detail: 'The page with your photo', drawing: passportDrawing()},
    {value: 'id', title: 'Identity card'},
  ];

  it('is chosen from by keyboard, one press each', async () => {
    const list = await fixture<ChoiceCards>(
      html`<cs-choice-cards .cards=${cards} label="Documents"></cs-choice-cards>`,
    );
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Tab'});
    setTimeout(() => void sendKeys({press: 'Enter'}));
    const event = (await oneEvent(list, 'cs-choice')) as unknown as ChoiceEvent;
    expect(event.value).to.equal('id');
  });

  it('ignores presses while one is under way', async () => {
    const list = await fixture<ChoiceCards>(
      html`<cs-choice-cards .cards=${cards} .busy=${'pp'} label="x"></cs-choice-cards>`,
    );
    let chosen = 0;
    list.addEventListener('cs-choice', () => chosen++);
    list.shadowRoot?.querySelector('button')?.click();
    expect(chosen).to.equal(0);
  });

  it('is accessible', async () => {
    await expect(
      await fixture(html`<cs-choice-cards .cards=${cards} label="Documents"></cs-choice-cards>`),
    ).to.be.accessible();
  });
});

describe('search-list', () => {
  const items = ['Austria|AT', 'Germany|DE', 'Morocco|MA', 'Malta|MT'].map((one) => {
    const [text = '', value = ''] = one.split('|');
    return {text, value};
  });
  const make = () =>
    fixture<SearchList>(
      html`<cs-search-list
        .items=${items}
        value="DE"
        label="Country"
        placeholder="Search"
        empty="None"
      ></cs-search-list>`,
    );
  const field = (list: SearchList) => list.shadowRoot?.querySelector('input');
  const options = (list: SearchList) =>
    Array.from(list.shadowRoot?.querySelectorAll('li') ?? [], (one) => one.textContent?.trim());

  it('filters while typing and is chosen from without leaving the field', async () => {
    const list = await make();
    list.focus();
    await sendKeys({type: 'mal'});
    await list.updateComplete;
    expect(options(list)).to.deep.equal(['Malta']);
    setTimeout(() => void sendKeys({press: 'Enter'}));
    const event = (await oneEvent(list, 'cs-choice')) as unknown as ChoiceEvent;
    expect(event.value).to.equal('MT');
  });

  it('moves the active option by arrows and names it to screen readers', async () => {
    const list = await make();
    list.focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    await list.updateComplete;
    const id = field(list)?.getAttribute('aria-activedescendant') ?? '';
    expect(list.shadowRoot?.getElementById(id)?.textContent?.trim()).to.equal('Germany');
    expect(active(list)).to.equal(field(list));
  });

  it('is chosen from by a click', async () => {
    const list = await make();
    setTimeout(() => list.shadowRoot?.querySelector('li')?.click());
    const event = (await oneEvent(list, 'cs-choice')) as unknown as ChoiceEvent;
    expect(event.value).to.equal('AT');
  });

  it('says when nothing is found', async () => {
    const list = await make();
    list.focus();
    await sendKeys({type: 'zzz'});
    await list.updateComplete;
    expect(list.shadowRoot?.querySelector('[role=status]')?.textContent).to.equal('None');
    await expect(list).to.be.accessible();
  });

  it('is accessible', async () => {
    const list = await make();
    await expect(list).to.be.accessible();
    list.focus();
    await sendKeys({press: 'ArrowDown'});
    await expect(list).to.be.accessible();
  });
});

describe('progress-list', () => {
  it('says each state in words, not by its sign alone', async () => {
    const items = [
      {text: 'Photo received', state: 'done', stateText: 'done'},
      {text: 'Reading', state: 'now', stateText: 'in progress'},
      {text: 'Deciding', state: 'next', stateText: 'to come'},
    ] as const;
    const list = await fixture<ProgressList>(html`<cs-progress-list .items=${items}></cs-progress-list>`);
    const lines = Array.from(list.shadowRoot?.querySelectorAll('li') ?? []);
    expect(lines.map((line) => line.innerText.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Photo received (done)',
      'Reading (in progress)',
      'Deciding (to come)',
    ]);
    expect(lines[1]?.getAttribute('aria-current')).to.equal('step');
    await expect(list).to.be.accessible();
  });
});

describe('banner', () => {
  for (const kind of ['info', 'warn', 'bad', 'offline']) {
    it(`${kind} has a sign beside its words and is accessible`, async () => {
      const banner = await fixture<Banner>(html`<cs-banner kind=${kind}>You are offline.</cs-banner>`);
      expect(banner.shadowRoot?.querySelectorAll('svg').length).to.equal(1);
      await expect(banner).to.be.accessible();
    });
  }
});
