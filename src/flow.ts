/** Entry of the frame and of the hosted page: puts the flow on the page that holds `<countersign-flow>`. */
import {FlowElement} from './flow/flow-element.ts';
import {define} from './ui/define.ts';
import {adoptTokens} from './ui/tokens.ts';

adoptTokens(document);
define('countersign-flow', FlowElement);
