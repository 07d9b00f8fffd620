/** The contract of an index, on the backends that need no server. */

import { DISK, MEMORY } from './backends.ts';
import { contract } from './contract.ts';

contract(MEMORY);
contract(DISK);
