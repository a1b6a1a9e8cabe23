/** Entry point of the operators' app: registers its elements. */
import {DashboardElement} from './dashboard/dashboard-element.ts';
import {InquiriesPage} from './dashboard/inquiries-page.ts';
import {InquiryPage} from './dashboard/inquiry-page.ts';
import {CheckList} from './dashboard/check-list.ts';
import {EvidenceImage} from './dashboard/evidence-image.ts';
import {OutboxPage} from './dashboard/outbox-page.ts';

customElements.define('countersign-evidence-image', EvidenceImage);
customElements.define('countersign-check-list', CheckList);
customElements.define('countersign-inquiries-page', InquiriesPage);
customElements.define('countersign-inquiry-page', InquiryPage);
customElements.define('countersign-outbox-page', OutboxPage);
customElements.define('countersign-dashboard', DashboardElement);
