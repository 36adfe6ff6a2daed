import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@prisma/client';
import { PrismaStore } from './prisma.mjs';

/** Opens the store on a PostgreSQL database. Apart from the others, for it is the only module that needs packages. */
export function connect(connectionString) {
  return new PrismaStore(new PrismaClient({ adapter: new PrismaPg({ connectionString }) }));
}
