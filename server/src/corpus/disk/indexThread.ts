/** Entry of a thread of an index: reads batches of files into it. */

import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import type { SourceFile } from '../files.ts';
import { openDatabase, writeMuch } from './database.ts';
import { answerOf } from './indexAnswers.ts';
import { IndexWriter } from './indexWriter.ts';
import { FAN_OF_MANY } from './mergeSegments.ts';
import { readBatch } from './readBatch.ts';

/** What the thread is asked: to read these files. */
export interface ThreadRequest {
  readonly files: readonly SourceFile[];
}

const fileSchema = z.object({
  path: z.string(),
  id: z.string(),
  size: z.number(),
  mtime: z.number(),
  ctime: z.number(),
});
const requestSchema = z.object({ files: z.array(fileSchema) });

const path = z.string().parse(workerData);
/** A thread is ended, not stopped: what it was writing is not kept. */
const { signal } = new AbortController();

/** Opened by the first question, so that a failure is its answer. */
let writer: IndexWriter | null = null;

parentPort?.on('message', (message: unknown) => {
  void answerOf(read(requestSchema.parse(message))).then((answer) => parentPort?.postMessage(answer));
});

async function read({ files }: ThreadRequest): Promise<void> {
  writer ??= openWriter();
  return readBatch(writer, files, signal);
}

function openWriter(): IndexWriter {
  const database = openDatabase(path, 'existing');
  writeMuch(database);
  return new IndexWriter(database, FAN_OF_MANY);
}
