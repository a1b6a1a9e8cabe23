/** Queries of turned faces; only for a database with `faceVectors`. How near two are is how near the faces are that they were made of. */
import {sql, type RawBuilder} from 'kysely';
import type {FaceTemplateRow} from './face-template.ts';
import type {Reader, Tx} from './database.ts';

/** The later face of an inquiry takes the place of an earlier one. */
export async function putFaceVector(
  tx: Tx,
  row: {env_id: string; inquiry_id: string; model: string; turned: Float32Array},
): Promise<void> {
  await tx
    .insertInto('face_vector')
    .values({...row, turned: vector(row.turned)})
    .onConflict((conflict) =>
      conflict
        .columns(['env_id', 'inquiry_id'])
        .doUpdateSet(({ref}) => ({model: row.model, turned: ref('excluded.turned')})),
    )
    .execute();
}

export interface FaceQuestion {
  envId: string;
  model: string;
  turned: Float32Array;
  /** Beyond it nobody is told. */
  mostDistance: number;
  exceptInquiryId: string;
  exceptAccountId: string;
}

export interface NearFace {
  id: string;
  accountId: string;
  distance: number;
}

/** How many there are to ask. */
export async function countFaceVectors(reader: Reader, question: FaceQuestion): Promise<number> {
  const {count} = await others(reader, question)
    .select(({fn}) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Looks at every one. */
export async function scanFaceVectors(tx: Tx, question: FaceQuestion): Promise<NearFace[]> {
  const distance = distanceTo(question.turned);
  const found = await others(tx, question)
    .select(['face_vector.inquiry_id as id', 'inquiry.account_id as accountId', distance.as('distance')])
    .where(distance, '<=', question.mostDistance)
    .$narrowType<{accountId: string}>()
    .execute();
  return found.sort((a, b) => a.distance - b.distance);
}

/**
 * How far the index looks before it says which are nearest; more finds more and takes longer. Of 100,000 faces drawn by chance (the
 * hardest case: nothing leads from one to the next) 200 found 92 of 100 at a cosine of 0.55, 400 all.
 */
const searchWidth = 400;

/** Asks the index: the nearest, of which it may miss some. Sorting is made to look dear, so that the planner takes the index. */
export async function searchFaceVectors(tx: Tx, question: FaceQuestion, most: number): Promise<NearFace[]> {
  await sql`set local enable_sort = off`.execute(tx);
  await sql`set local hnsw.iterative_scan = strict_order`.execute(tx);
  await sql`set local hnsw.ef_search = ${sql.lit(searchWidth)}`.execute(tx);
  const distance = distanceTo(question.turned);
  const nearest = await others(tx, question)
    .select(['face_vector.inquiry_id as id', 'inquiry.account_id as accountId', distance.as('distance')])
    .orderBy(distance)
    .limit(most)
    .$narrowType<{accountId: string}>()
    .execute();
  return nearest.filter((face) => face.distance <= question.mostDistance);
}

/** Of the same people that the scan in memory looks at (`listFaceOwners`). */
function others(reader: Reader, {envId, model, exceptInquiryId, exceptAccountId}: FaceQuestion) {
  return reader
    .selectFrom('face_vector')
    .innerJoin('inquiry', (join) =>
      join.onRef('inquiry.env_id', '=', 'face_vector.env_id').onRef('inquiry.id', '=', 'face_vector.inquiry_id'),
    )
    .where('face_vector.env_id', '=', envId)
    .where('face_vector.model', '=', model)
    .where('face_vector.inquiry_id', '!=', exceptInquiryId)
    .where('inquiry.account_id', '!=', exceptAccountId)
    .where('inquiry.redacted_at', 'is', null);
}

function distanceTo(turned: Float32Array): RawBuilder<number> {
  return sql<number>`(face_vector.turned <-> ${vector(turned)})`;
}

/** Nine digits tell every float of 32 bits from every other. */
function vector(numbers: Float32Array): RawBuilder<string> {
  return sql<string>`${`[${Array.from(numbers, (number) => number.toPrecision(9)).join()}]`}::vector`;
}

/** A sealed box adds 29 bytes to its content: what is larger has more numbers than a turned face, and no vector. */
const mostSealedBytes = 29 + 4 * 512;

/** Kept faces that have no vector, in all environments, from a place on; held until the transaction ends. */
export function lockFacesWithoutVector(
  tx: Tx,
  after: Pick<FaceTemplateRow, 'env_id' | 'inquiry_id'>,
  most: number,
): Promise<FaceTemplateRow[]> {
  return facesWithoutVector(tx)
    .selectAll('face_template')
    .where(sql<boolean>`(face_template.env_id, face_template.inquiry_id) > (${after.env_id}, ${after.inquiry_id})`)
    .where(sql<boolean>`octet_length(face_template.sealed) <= ${mostSealedBytes}`)
    .orderBy('face_template.env_id')
    .orderBy('face_template.inquiry_id')
    .limit(most)
    .forUpdate('face_template')
    .skipLocked()
    .execute();
}

/** Whether one face of a net has none yet. */
export async function isFaceVectorMissing(reader: Reader, of: {envId: string; model: string}): Promise<boolean> {
  const missing = await facesWithoutVector(reader)
    .select('face_template.inquiry_id')
    .where('face_template.env_id', '=', of.envId)
    .where('face_template.model', '=', of.model)
    .limit(1)
    .executeTakeFirst();
  return missing !== undefined;
}

function facesWithoutVector(reader: Reader) {
  return reader
    .selectFrom('face_template')
    .innerJoin('inquiry', (join) =>
      join.onRef('inquiry.env_id', '=', 'face_template.env_id').onRef('inquiry.id', '=', 'face_template.inquiry_id'),
    )
    .leftJoin('face_vector', (join) =>
      join
        .onRef('face_vector.env_id', '=', 'face_template.env_id')
        .onRef('face_vector.inquiry_id', '=', 'face_template.inquiry_id')
        .onRef('face_vector.model', '=', 'face_template.model'),
    )
    .where('face_vector.inquiry_id', 'is', null)
    .where('inquiry.redacted_at', 'is', null);
}
