import { EntitySchema, type EntitySchemaColumnOptions, type EntitySchemaIndexOptions } from 'typeorm';

/** What the kit adds to every row: from which log position it was known, and until which (exclusive; null = still). */
export type Versioned<Row> = Row & { rowKey: string; knownFrom: string; knownTo: string | null };

type Columns<Row> = { readonly [Name in keyof Row]: EntitySchemaColumnOptions };

/** A changed row shape or rule needs a higher `version`: it gets a table of its own, built anew from the log. */
export type VersionedTable<Row> = Readonly<{
  name: string;
  version: number;
  tableName: string;
  entity: EntitySchema<Versioned<Row>>;
}>;

export const READ_SCHEMA = 'read';

export const versionedTable = <Row>(
  name: string,
  version: number,
  columns: Columns<Row>,
  indices: readonly EntitySchemaIndexOptions[] = [],
): VersionedTable<Row> => {
  const tableName = `${name.replaceAll('-', '_')}_v${version}`;
  const kitColumns: Record<'rowKey' | 'knownFrom' | 'knownTo', EntitySchemaColumnOptions> = {
    rowKey: { type: 'text', primary: true },
    knownFrom: { type: 'bigint', primary: true },
    knownTo: { type: 'bigint', nullable: true },
  };
  const entity = new EntitySchema<Versioned<Row>>({
    name: tableName,
    tableName,
    schema: READ_SCHEMA,
    columns: { ...kitColumns, ...columns },
    indices: [
      { name: `${tableName}_now`, columns: ['rowKey'], unique: true, where: '"knownTo" is null' },
      ...indices.map((index) => ({ ...index, name: `${tableName}_${index.name ?? 'by'}` })),
    ],
  });
  return { name, version, tableName, entity };
};
