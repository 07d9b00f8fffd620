/** The contract of an index, on an archive. */

import { contract } from '../unit/index/contract.ts';
import { archiveBackend } from './backend.ts';

const nodes = (process.env.CORROBORATE_TEST_ARCHIVE ?? '').split(',');

contract(archiveBackend((archive) => nodes.map((node) => `${node}/${archive}`).join(',')));
