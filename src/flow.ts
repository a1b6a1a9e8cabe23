/** Entry of the frame and of the hosted page: puts the flow on the page that holds `<countersign-flow>`. */
import * as z from 'zod/mini';
import {FlowElement} from './flow/flow-element.ts';
import {define} from './ui/define.ts';
import {adoptTokens} from './ui/tokens.ts';

// Without this zod probes for `eval`, which our own policy then reports.
z.config({jitless: true});
adoptTokens(document);
define('countersign-flow', FlowElement);
