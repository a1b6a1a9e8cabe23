/**
 * The way through the steps nobody sees. A move that ends at one of them goes on in the same commit: `walkOn` follows branches and
 * performs actions, purely, until it meets a step that waits for somebody or something, and adds up what must be committed with it.
 *
 * Requirements
 * 1. It ends, whatever the graph: no more moves than the graph has steps. `checkGraph` refuses loops of such steps, so this limit is
 *    never met by a published template; if it were, a person decides.
 * 2. What an action wrote, the next condition reads.
 */
import type {Action} from '../protocol/actions.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import {evaluate, holds} from './condition.ts';
import {withFields} from './facts.ts';
import type {Facts} from './facts.ts';
import {arrivalEffects, enter, stepAt, successStepOf} from './flow.ts';
import type {FlowChange} from './flow.ts';
import type {FlowEffect, StepOf} from './steps/step.ts';
import {changeTags} from './tags.ts';
import {isAutomatic, writeFields} from './template.ts';
import type {TypedFields} from './template.ts';

type Changed = Extract<FlowChange, {type: 'changed'}>;

export interface WalkGround {
  facts: Facts;
  /** As they are kept. */
  fields: TypedFields;
  tags: readonly string[];
  now: Date;
}

/** Where the move ended, with what the actions on its way wrote. */
export interface Walk extends Changed {
  fields: TypedFields;
  tags: readonly string[];
}

export function walkOn(graph: TemplateGraph, change: Changed, {facts, fields, tags, now}: WalkGround): Walk {
  let walk: Walk = {...change, fields, tags};
  let known = facts;
  for (let moves = Object.keys(graph.steps).length; isAutomatic(stepAt(graph, walk.step)); moves--) {
    if (moves < 0) return giveUp(graph, walk);
    const step = stepAt(graph, walk.step);
    if (step.kind === 'branching') walk = moveTo(graph, walk, routeOf(step, known));
    if (step.kind === 'action') {
      for (const action of step.actions) {
        walk = perform(graph, walk, action, known);
        known = {...withFields(known, valuesOf(walk.fields), now), inquiry: {...known.inquiry, tags: walk.tags}};
      }
      walk = moveTo(graph, walk, step.next);
    }
  }
  return walk;
}

function routeOf(step: StepOf<'branching'>, facts: Facts): string {
  return step.routes.find((route) => holds(route.if, facts))?.next ?? step.else;
}

/** The words about a failed attempt are kept on the way, for the screen at its end. */
function moveTo(graph: TemplateGraph, walk: Walk, to: string): Walk {
  const step = stepAt(graph, to);
  const problems = 'problems' in walk.stepState ? walk.stepState.problems : [];
  const effects = [...walk.effects, ...arrivalEffects(step)];
  return {...walk, step: to, stepState: enter(step, problems), effects};
}

function giveUp(graph: TemplateGraph, walk: Walk): Walk {
  return moveTo(graph, decide(walk, {type: 'decided', decision: 'mark-for-review'}), successStepOf(graph));
}

function perform(graph: TemplateGraph, walk: Walk, action: Action, facts: Facts): Walk {
  switch (action.do) {
    case 'set-field': {
      const written = writeFields(graph.fields, walk.fields, {[action.field]: evaluate(action.value, facts)});
      return written.ok ? {...walk, fields: written.fields} : withEffect(walk, {type: 'field-refused'});
    }
    case 'add-tag':
      return {...walk, tags: changeTags(walk.tags, {type: 'add', name: action.tag}).tags};
    case 'remove-tag':
      return {...walk, tags: changeTags(walk.tags, {type: 'remove', name: action.tag}).tags};
    case 'save-account':
      return withEffect(walk, {
        type: 'save-account',
        ...(action.fields && {fields: action.fields}),
        tags: action.tags ?? [],
      });
    case 'approve':
    case 'decline':
    case 'mark-for-review': {
      const {do: decision, comment} = action;
      return decide(walk, {type: 'decided', decision, ...(comment !== undefined && {comment})});
    }
  }
}

/** The last decision is the one that counts. */
function decide(walk: Walk, effect: Extract<FlowEffect, {type: 'decided'}>): Walk {
  return withEffect({...walk, effects: walk.effects.filter(({type}) => type !== 'decided')}, effect);
}

function withEffect(walk: Walk, effect: FlowEffect): Walk {
  return {...walk, effects: [...walk.effects, effect]};
}

function valuesOf(fields: TypedFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, {value}]) => [key, value]));
}
