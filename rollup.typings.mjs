/**
 * What editors and frameworks know of `<countersign-inquiry>`, read from the source so that it cannot say anything else: the
 * custom-elements manifest, and typings for React's JSX, Vue and Svelte.
 */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const tag = 'countersign-inquiry';

/** @param {string} folder `src/embed` @returns {{[file: string]: string}} by file name, relative to the package */
export function elementTypings(folder) {
  const element = readElement(folder);
  return {
    'custom-elements.json': `${JSON.stringify(manifestOf(element), null, 2)}\n`,
    'types/jsx.d.ts': jsx(element),
    'types/vue.d.ts': vue(element),
    'types/svelte.d.ts': svelte(element),
  };
}

/** Attributes, properties, events and methods, each with the sentence that its source says of it. */
function readElement(folder) {
  const parse = (name) => {
    const file = path.join(folder, name);
    return ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  };
  const options = parse('options.ts');
  const events = parse('events.ts');
  const source = parse('inquiry-element.ts');
  const mirrored = [...listIn(options, 'identity'), ...listIn(options, 'mirrored')];
  const described = new Map(membersOf(options, 'InquiryOptions').map((member) => [member.name, member]));
  const attributes = [...mirrored, 'fields', 'theme', 'open'].map((name) => ({
    name,
    property: name === 'open' ? undefined : camel(name),
    description: own[name] ?? described.get(camel(name))?.description ?? '',
    type: attributeTypes[name] ?? 'string',
  }));
  return {
    description: commentOf(source.statements[0]),
    attributes,
    properties: [
      ...attributes.flatMap(({property, description, name}) =>
        property ? [{name: property, description, type: propertyTypes[name] ?? attributeTypes[name] ?? 'string'}] : [],
      ),
      {name: 'sessionToken', description: described.get('sessionToken')?.description ?? '', type: 'string'},
    ],
    events: membersOf(events, 'InquiryEventDetails'),
    methods: methodsOf(source),
  };
}

const own = {
  theme: 'Colours and scheme of the flow: a scheme, or the object as JSON.',
  mode: 'A modal waits for `open()`; anything else is inline and starts as soon as it stands in the page.',
  open: 'As a modal: shown. Adding it opens, removing it asks the person whether to leave.',
};
const attributeTypes = {
  mode: "'modal' | 'inline'",
  open: 'boolean',
  theme: "'light' | 'dark' | 'auto' | (string & {})",
};
const propertyTypes = {theme: 'Theme', fields: 'Record<string, unknown>'};

const camel = (name) => name.replace(/-./g, (pair) => pair.slice(1).toUpperCase());

/** String literals of an exported array. */
function listIn(file, name) {
  const found = [];
  ts.forEachChild(file, function visit(node) {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name) {
      for (const item of node.initializer?.elements ?? []) if (ts.isStringLiteral(item)) found.push(item.text);
    } else ts.forEachChild(node, visit);
  });
  return found;
}

function membersOf(file, name) {
  const declared = file.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === name);
  if (!declared) throw new Error(`${file.fileName} has no interface ${name}`);
  return declared.members.map((member) => ({
    name: ts.isStringLiteral(member.name) ? member.name.text : member.name.getText(),
    description: commentOf(member),
    type: member.type.getText(),
  }));
}

function methodsOf(file) {
  const declared = file.statements.find((one) => ts.isClassDeclaration(one));
  const isPublic = (member) =>
    ts.isMethodDeclaration(member) && ts.isIdentifier(member.name) && !/Callback$/.test(member.name.text);
  return declared.members.filter(isPublic).map((member) => ({name: member.name.text, description: commentOf(member)}));
}

function commentOf(node) {
  const text = node.getSourceFile().text;
  const range = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
  if (!range) return '';
  const comment = text.slice(range.pos, range.end);
  return comment
    .replace(/^\/\*\*?|\*\/$/g, '')
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function manifestOf({description, attributes, properties, events, methods}) {
  const declaration = {
    kind: 'class',
    customElement: true,
    name: 'CountersignInquiryElement',
    tagName: tag,
    description,
    superclass: {name: 'HTMLElement'},
    attributes: attributes.map(({name, property, description: says, type}) => ({
      name,
      description: says,
      type: {text: type},
      ...(property && {fieldName: property}),
    })),
    members: [
      ...properties.map(({name, description: says, type}) => ({
        kind: 'field',
        name,
        description: says,
        type: {text: type},
      })),
      ...methods.map(({name, description: says}) => ({kind: 'method', name, description: says})),
    ],
    events: events.map(({name, description: says, type}) => ({
      name,
      description: says,
      type: {text: `CustomEvent<${type.replace(/\s+/g, ' ')}>`},
    })),
    cssParts: [
      {name: 'iframe', description: 'The frame of the flow.'},
      {name: 'dialog', description: 'The modal around it.'},
      {name: 'div', description: 'The place in the page around it, when it is inline.'},
    ],
  };
  const modules = [
    {
      kind: 'javascript-module',
      path: 'index.js',
      declarations: [declaration],
      exports: [{kind: 'js', name: declaration.name, declaration: {name: declaration.name, module: 'index.js'}}],
    },
    {
      kind: 'javascript-module',
      path: 'define.js',
      declarations: [],
      exports: [
        {kind: 'custom-element-definition', name: tag, declaration: {name: declaration.name, module: 'index.js'}},
      ],
    },
  ];
  return {schemaVersion: '1.0.0', readme: 'README.md', modules};
}

const imports = `import type {CountersignInquiryElement, InquiryEvent, Theme} from './embed/index.js';\n`;

/** One line a prop, under its sentence; attributes by their names, properties by theirs. */
function props({attributes, properties}, extra) {
  const known = new Set(attributes.map(({name}) => name));
  const lines = [
    ...attributes.map(({name, description, type}) => [name, description, widen(name, type)]),
    ...properties.filter(({name}) => !known.has(name)).map(({name, description, type}) => [name, description, type]),
    ...extra,
  ];
  return lines.map(([name, says, type]) => `  /** ${says} */\n  '${name}'?: ${type} | undefined;`).join('\n');
}

/** Under one name the attribute takes text and the property an object; frameworks choose by what they are given. */
function widen(name, type) {
  if (name === 'theme') return `Theme | ${type}`;
  return name === 'fields' ? 'Record<string, unknown> | string' : type;
}

function jsx(element) {
  const handlers = element.events.map(({name, description}) => [
    `on${name}`,
    description,
    `((event: InquiryEvent<'${name}'>) => void)`,
  ]);
  return `/** Typings of <${tag}> for React's JSX: \`import type {} from 'countersign/jsx'\`. Made by the build. */
${imports}
export interface CountersignInquiryJsx {
${props(element, handlers)}
  class?: string | undefined;
  className?: string | undefined;
  id?: string | undefined;
  key?: string | number | null | undefined;
  ref?: ((element: CountersignInquiryElement | null) => void) | {current: CountersignInquiryElement | null} | null | undefined;
  style?: object | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${tag}': CountersignInquiryJsx;
    }
  }
}
`;
}

function vue(element) {
  const handlers = element.events.map(({name, description}) => [
    `on${camel(`-${name}`)}`,
    description,
    `((event: InquiryEvent<'${name}'>) => void)`,
  ]);
  return `/** Typings of <${tag}> for Vue templates: \`import type {} from 'countersign/vue'\`. Made by the build. */
${imports}
export interface CountersignInquiryVue {
${props(element, handlers)}
}

declare module 'vue' {
  interface GlobalComponents {
    '${tag}': new () => {$props: CountersignInquiryVue; $el: CountersignInquiryElement};
  }
}
`;
}

function svelte(element) {
  const handlers = element.events.map(({name, description}) => [
    `on${name}`,
    description,
    `((event: InquiryEvent<'${name}'>) => void)`,
  ]);
  return `/** Typings of <${tag}> for Svelte: \`import type {} from 'countersign/svelte'\`. Made by the build. */
${imports}
export interface CountersignInquirySvelte {
${props(element, handlers)}
  class?: string | undefined;
  id?: string | undefined;
  style?: string | undefined;
  this?: CountersignInquiryElement | undefined;
}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    '${tag}': CountersignInquirySvelte;
  }
}
`;
}
