import {expect} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import {Answers} from '../../../src/flow/steps/form/answers.ts';
import type {ShownComponent} from '../../../src/protocol/component.ts';
import {deep, focused, openFlow, waitUntil, type FlowPage} from '../flow-page.ts';
import {formPosition, positions} from '../positions.ts';

let serial = 0;
/** Alone on a screen of its own inquiry, so that nothing typed before is remembered. */
function screenOf(...components: ShownComponent[]) {
  return {...positions.formPerson, inquiryId: `inq_form_${++serial}`, screen: {kind: 'form' as const, components}};
}

async function openForm(...components: ShownComponent[]): Promise<FlowPage> {
  return openFlow(screenOf(...components), {language: 'en'});
}

function control(page: FlowPage, label: string): HTMLElement {
  const found = deep(page.flow, 'label, .label, .name').find((one) => one.textContent?.includes(label));
  const id = found?.getAttribute('for') ?? found?.id.replace(/-label$/, '');
  const element = deep(page.flow, '*').find((one) => one.id !== '' && one.id === id);
  if (!element) throw new Error(`nothing is called "${label}"`);
  return element;
}

async function type(element: HTMLElement, text: string): Promise<void> {
  element.focus();
  await sendKeys({type: text});
}

/** What the last press sent. */
async function sent(page: FlowPage): Promise<Record<string, unknown>> {
  const before = page.server.asked.length;
  page.button('Continue').click();
  await waitUntil(() => page.server.asked.slice(before).some(({path}) => path.includes('/steps/')), 'it is sent');
  const last = page.server.asked.findLast(({path}) => path.includes('/steps/'));
  return (last?.body as {values: Record<string, unknown>}).values;
}

/** The words of what is wrong, once the press has found it. */
async function problems(page: FlowPage): Promise<string[]> {
  page.button('Continue').click();
  await waitUntil(() => deep(page.flow, '.problem').length > 0, 'a problem');
  return deep(page.flow, '.problem').map((one) => one.textContent?.trim() ?? '');
}

describe('a form', () => {
  before(async () => {
    await setViewport({width: 390, height: 844});
    await emulateMedia({reducedMotion: 'reduce', colorScheme: 'light'});
  });

  it('lists what is wrong, leads to it, and forgets it as soon as it is right', async () => {
    const page = await openForm(
      {kind: 'title', text: 'About you'},
      {kind: 'text-input', field: 'name-first', label: 'First name', required: true},
      {kind: 'text-input', field: 'mail', label: 'Email', required: true, format: 'email'},
    );
    await type(control(page, 'Email'), 'nowhere');
    expect(await problems(page)).to.deep.equal([
      'Please fill this in.',
      'Please enter an email address such as name@example.com.',
    ]);
    await waitUntil(() => focused()?.classList.contains('summary') === true, 'the summary has the focus');
    await expect(page.flow).to.be.accessible();
    page.button('Email').click();
    expect(focused()).to.equal(control(page, 'Email'));
    await sendKeys({type: '@example.com'});
    await waitUntil(() => deep(page.flow, '.problem').length === 1, 'one is right');
    await type(control(page, 'First name'), 'Zoë');
    expect(await sent(page)).to.deep.equal({'name-first': 'Zoë', mail: 'nowhere@example.com'});
  });

  it('says what the server found wrong at the answer it is about', async () => {
    const page = await openForm({
      kind: 'phone',
      field: 'phone-number',
      label: 'Phone',
      required: true,
      initialCountry: 'DE',
    });
    await type(control(page, 'Phone'), '0171 1234567');
    const error = {code: 'invalid_field', message: 'x', answers: [{pointer: '/values/phone-number', code: 'phone'}]};
    page.server.next.push({path: /POST \/steps/, answer: () => Response.json({error}, {status: 422})});
    expect(await problems(page)).to.deep.equal(['Please check the number: there is no such phone number.']);
    expect(focused()).to.equal(control(page, 'Phone'));
    expect(control(page, 'Phone').getAttribute('aria-invalid')).to.equal('true');
  });

  it('shows and asks for what its condition lets be there', async () => {
    const page = await openForm(
      {
        kind: 'radio-group',
        field: 'work',
        label: 'Work',
        options: [
          {value: 'a', label: 'Employed'},
          {value: 'b', label: 'Other'},
        ],
      },
      {kind: 'text-area', field: 'note', label: 'What', required: true, showIf: {'==': [{var: 'fields.work'}, 'b']}},
    );
    expect(deep(page.flow, 'textarea').length).to.equal(0);
    deep(page.flow, 'input[value=a]')[0]?.focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => deep(page.flow, 'textarea').length === 1, 'the note is asked for');
    expect(await problems(page)).to.deep.equal(['Please fill this in.']);
    await sendKeys({type: 'Poet'});
    expect(await sent(page)).to.deep.equal({work: 'b', note: 'Poet'});
  });

  it('keeps what was typed while the page lives', async () => {
    const position = screenOf({kind: 'text-input', field: 'name-first', label: 'First name'});
    const page = await openFlow(position, {language: 'en'});
    await type(control(page, 'First name'), 'Zoë');
    page.flow.remove();
    const again = await openFlow(position, {language: 'en'});
    expect((control(again, 'First name') as HTMLInputElement).value).to.equal('Zoë');
    Answers.forget(`${position.inquiryId} ${position.step}`);
  });
});

describe('each input by keyboard', () => {
  it('a date in three parts', async () => {
    const page = await openForm({kind: 'date', field: 'birthdate', label: 'Born', required: true, minAge: 18});
    const [first] = deep(page.flow, '.day input');
    first?.focus();
    const order = deep(page.flow, '.day > div').map((one) => one.className);
    const parts: Record<string, string> = {day: '3', month: '4', year: '1990'};
    for (const part of order) {
      await sendKeys({type: parts[part] ?? ''});
      await sendKeys({press: 'Tab'});
    }
    expect(await sent(page)).to.deep.equal({birthdate: '1990-04-03'});
  });

  it('a masked text writes what stands between', async () => {
    const page = await openForm({kind: 'masked-text', field: 'tax', label: 'Number', mask: '##-AA/*'});
    await type(control(page, 'Number'), '12ab9');
    expect((control(page, 'Number') as HTMLInputElement).value).to.equal('12-ab/9');
    expect(await sent(page)).to.deep.equal({tax: '12ab9'});
  });

  it('a number as people write it', async () => {
    const page = await openForm({kind: 'number', field: 'income', label: 'Income', decimals: 2});
    await type(control(page, 'Income'), '1,234.5');
    expect(await sent(page)).to.deep.equal({income: 1234.5});
    await sendKeys({type: ''});
    await type(control(page, 'Income'), 'x');
    expect(await problems(page)).to.deep.equal(['Please enter a number.']);
  });

  it('a country from the list with its search field', async () => {
    const page = await openForm({kind: 'country', field: 'country', label: 'Country', required: true});
    control(page, 'Country').focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => focused()?.getAttribute('role') === 'combobox', 'the search has the focus');
    await expect(page.flow).to.be.accessible();
    await sendKeys({type: 'nether'});
    await sendKeys({press: 'Enter'});
    await waitUntil(() => control(page, 'Country').textContent?.includes('Netherlands') === true, 'it is chosen');
    expect(focused()).to.equal(control(page, 'Country'));
    expect(await sent(page)).to.deep.equal({country: 'NL'});
  });

  it('several of a list', async () => {
    const options = ['Work', 'Gift', 'Savings'].map((label) => ({value: label.toLowerCase(), label}));
    const page = await openForm({kind: 'multi-select', field: 'from', label: 'Sources', options, max: 2});
    control(page, 'Sources').focus();
    await sendKeys({press: 'Enter'});
    await waitUntil(() => deep(page.flow, '.panel input').length === 3, 'the list is open');
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Space'});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Space'});
    await expect(page.flow).to.be.accessible();
    await sendKeys({press: 'Escape'});
    await waitUntil(() => control(page, 'Sources').textContent?.includes('Work, Gift') === true, 'both are named');
    expect(await sent(page)).to.deep.equal({from: ['work', 'gift']});
  });

  it('an address as its country writes it', async () => {
    const page = await openForm({
      kind: 'address',
      field: 'address',
      label: 'Home',
      required: true,
      initialCountry: 'US',
    });
    expect(
      deep(page.flow, '.part label').map((one) => one.textContent?.replace('(optional)', '').trim()),
    ).to.deep.equal(['Street and number', 'Flat, floor, building', 'City', 'State', 'ZIP code']);
    await type(control(page, 'Street and number'), '1 Main St');
    await type(control(page, 'City'), 'Springfield');
    await type(control(page, 'State'), 'IL');
    await type(control(page, 'ZIP code'), '123');
    expect(await problems(page)).to.deep.equal(['Please check the postal code.']);
    await sendKeys({type: '45'});
    expect((await sent(page))['address-postal-code']).to.equal('12345');
  });

  it('a phone number whose country is in it', async () => {
    const page = await openForm({kind: 'phone', field: 'phone', label: 'Phone', initialCountry: 'DE'});
    await type(control(page, 'Phone'), '+44 20 7946 0018');
    expect(deep(page.flow, '.code span')[0]?.textContent).to.equal('+44');
    expect(String((await sent(page))['phone']).replaceAll(' ', '')).to.equal('+442079460018');
  });
});

describe('forms', () => {
  for (const language of ['en', 'de', 'ar']) {
    for (const step of ['person', 'contact', 'more']) {
      it(`${step} in ${language}, with everything wrong: accessible, and nothing to scroll sideways`, async () => {
        await setViewport({width: 320, height: 640});
        const position = {...formPosition(step, language), inquiryId: `inq_form_${++serial}`};
        const page = await openFlow(position, {language});
        deep(page.flow, 'button[type=submit]')[0]?.click();
        await waitUntil(() => deep(page.flow, '.summary').length === 1, 'the summary');
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        await expect(page.flow).to.be.accessible();
      });
    }
  }
});

/**
 * The drawing of the reference page as numbers: where each control begins and how wide it is at phone size. Those follow from our
 * styles alone; heights and pictures of text would differ from machine to machine by its fonts.
 */
describe('the template with every component stands as it was drawn', () => {
  const column = {left: 20, width: 350};
  /** By what the browser fills in; where days stand in their line is a matter of language. */
  const odd: Record<string, readonly [left: number | undefined, width: number]> = {
    'bday-month': [undefined, 76],
    'bday-day': [undefined, 76],
    'bday-year': [undefined, 104],
    'tel-country-code': [20, 112],
    'tel-national': [140, 230],
    'postal-code': [20, 140],
    'address-level2': [172, 198],
  };
  const germany = {'address-country-code': {type: 'string', value: 'DE'}};

  for (const step of ['person', 'contact', 'more']) {
    it(step, async () => {
      await setViewport({width: 390, height: 844});
      const position = {...formPosition(step, 'en', germany), inquiryId: `inq_form_${++serial}`};
      const page = await openFlow(position, {language: 'en'});
      const controls = deep(page.flow, '.control, .option, .file, form > .actions > .button').filter(
        (one) => one.offsetParent,
      );
      expect(controls.length).to.be.greaterThan(4);
      let below = 0;
      for (const one of controls) {
        const [left, width] = odd[one.getAttribute('autocomplete') ?? ''] ?? [column.left, column.width];
        const box = one.getBoundingClientRect();
        expect([left && box.left, box.width], one.outerHTML.slice(0, 120)).to.deep.equal([left, width]);
        expect(box.height).to.be.at.least(48);
        // from top to bottom, one under the other unless they stand in one line
        expect(box.left > column.left || box.top >= below, 'nothing lies over another').to.equal(true);
        below = Math.max(below, box.bottom);
      }
    });
  }
});
