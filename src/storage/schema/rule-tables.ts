/** What operators bring along: templates, lists, records to look people up in, types of transactions and what those made. */
import type {Generated} from 'kysely';
import type {ImporterKind, ImportError} from '../../protocol/importer.ts';
import type {ListKind} from '../../protocol/list.ts';
import type {TemplateGraph} from '../../protocol/template.ts';
import type {TransactionTypeDefinition} from '../../protocol/transaction-type.ts';
import type {FieldValues, Json, Nullable} from './columns.ts';

export interface RuleTables {
  inquiry_template: {
    env_id: string;
    id: string;
    name: string;
    status: 'active' | 'inactive';
    published_version_id: Nullable<string>;
    created_at: Date;
    updated_at: Date;
  };
  inquiry_template_version: {
    env_id: string;
    id: string;
    template_id: string;
    number: number;
    status: 'draft' | 'published' | 'archived';
    graph: Json<TemplateGraph>;
    created_at: Date;
    published_at: Nullable<Date>;
    /** Counts changes of the graph, from 1. */
    revision: Generated<number>;
    updated_at: Nullable<Date>;
  };
  data_set: {
    env_id: string;
    id: string;
    name: string;
    /** Null until the first version was loaded whole. */
    active_version_id: Nullable<string>;
    created_at: Date;
    updated_at: Date;
  };
  data_set_version: {
    env_id: string;
    id: string;
    data_set_id: string;
    number: number;
    status: 'loading' | 'active' | 'retired';
    row_count: number;
    created_at: Date;
    activated_at: Nullable<Date>;
  };
  /** One person as the operator's table says (`PersonRecord`), sealed with the environment's key. */
  data_set_row: {
    env_id: string;
    version_id: string;
    number: number;
    sealed: Buffer;
  };
  /** Keyed hashes under which a record is found. */
  data_set_key: {
    env_id: string;
    version_id: string;
    hash: Buffer;
    row_number: number;
  };
  importer: {
    env_id: string;
    id: string;
    kind: ImporterKind;
    list_id: Nullable<string>;
    /** Name of the data set it is for. */
    data_set: Nullable<string>;
    status: 'pending' | 'ready' | 'errored';
    /** The file, sealed with the environment's key, until it was read. */
    content: Nullable<Buffer>;
    successful_count: number;
    duplicate_count: number;
    error_count: number;
    errors: Json<ImportError[]>;
    created_at: Date;
    completed_at: Nullable<Date>;
  };
  list: {
    env_id: string;
    id: string;
    kind: ListKind;
    name: string;
    status: 'active' | 'archived';
    /** Of names: similar first names match too. */
    allow_fuzzy: boolean;
    created_at: Date;
    updated_at: Date;
    archived_at: Nullable<Date>;
  };
  list_item: {
    env_id: string;
    id: string;
    list_id: string;
    kind: ListKind;
    status: 'active' | 'archived';
    /** What it says (`ListItemValue`), sealed with the environment's key. */
    value: Buffer;
    match_hash: Buffer;
    /** Of names: of the surname alone. */
    loose_hash: Nullable<Buffer>;
    creator_type: string;
    creator_id: string;
    created_at: Date;
    updated_at: Date;
    archived_at: Nullable<Date>;
  };
  list_match: {env_id: string; list_item_id: string; inquiry_id: string; created_at: Date};
  transaction_type: {
    env_id: string;
    id: string;
    name: string;
    definition: Json<TransactionTypeDefinition>;
    created_at: Date;
    updated_at: Date;
  };
  transaction: {
    env_id: string;
    id: string;
    type_id: string;
    reference_id: Nullable<string>;
    /** One of its type's. */
    status: string;
    /** A file's value is `KeptFile` of `protocol/transaction.ts`. */
    fields: Json<FieldValues>;
    tags: Json<string[]>;
    version: number;
    created_at: Date;
    updated_at: Date;
    redacted_at: Nullable<Date>;
  };
  transaction_relation: {
    env_id: string;
    transaction_id: string;
    key: string;
    target_id: string;
    created_at: Date;
  };
  /** The last one counts; there is one of each transaction. */
  transaction_label: {
    env_id: string;
    transaction_id: string;
    id: string;
    label: string;
    score: Nullable<number>;
    model_version: Nullable<string>;
    created_at: Date;
    updated_at: Date;
  };
}
