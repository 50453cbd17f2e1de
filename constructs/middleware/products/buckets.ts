/** Buckets of the object store, and accounts that reach only their own. */
import type { FileRow, Holding, Layout } from '../contract.ts';
import { accountSecret, accountsOf, named } from './accounts.ts';
import { FERRY, FERRY_IN, FERRY_OUT, ferrySecret } from './file-ferry.ts';

const KIND = 'object-store';
const ROOT = `platform/mw/${KIND}/${KIND}-root`;

export const bucketOf = ({ bucket, service }: Holding): string => bucket ?? service;

interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** An account and what it may do. */
interface Provisioned {
  readonly name: string;
  readonly buckets: readonly string[];
  readonly username: string;
  readonly password: string;
  readonly statements: readonly Statement[];
}

const allow = (action: readonly string[], resource: readonly string[]): Statement => ({ Effect: 'Allow', Action: action.map((each) => `s3:${each}`), Resource: resource });
const bucketsAt = (names: readonly string[]) => names.map((name) => `arn:aws:s3:::${name}`);
const objectsIn = (names: readonly string[]) => bucketsAt(names).map((each) => `${each}/*`);

/** What services and other kinds keep here. */
function holders({ holdings }: Layout): readonly Provisioned[] {
  return accountsOf(holdings).map((account) => {
    const buckets = named(account, (holding) => [bucketOf(holding)]);
    return {
      name: account.service, buckets, username: accountSecret(account, KIND, 'username'), password: accountSecret(account, KIND, 'password'),
      statements: [
        allow(['GetBucketLocation', 'ListBucket', 'ListBucketMultipartUploads'], bucketsAt(buckets)),
        allow(['GetObject', 'PutObject', 'DeleteObject', 'AbortMultipartUpload', 'ListMultipartUploadParts'], objectsIn(buckets)),
      ],
    };
  });
}

/** The ferry empties one bucket and fills the other; it reads back what it put there, to see that it arrived whole. */
const ferry = (): Provisioned => ({
  name: FERRY, buckets: [FERRY_OUT, FERRY_IN], username: ferrySecret('username'), password: ferrySecret('password'),
  statements: [
    allow(['ListBucket'], bucketsAt([FERRY_OUT])),
    allow(['GetObject', 'DeleteObject'], objectsIn([FERRY_OUT])),
    allow(['GetObject', 'PutObject', 'AbortMultipartUpload', 'ListMultipartUploadParts'], objectsIn([FERRY_IN])),
  ],
});

/** Script, accounts and policies of the job that makes buckets and accounts at `endpoint`, as often as it runs. */
export function provisionFiles(layout: Layout, endpoint: string): readonly FileRow[] {
  const accounts = [...holders(layout), ferry()];
  const lines = accounts.flatMap(({ name, buckets }) => [
    ...buckets.map((bucket) => `rc ls store/${bucket} > /dev/null 2>&1 || rc mb store/${bucket}`),
    `user=$(cat /provision/accounts/${name}/username)`,
    `rc admin user add store/ "$user" "$(cat /provision/accounts/${name}/password)"`,
    `rc admin policy create store/ ${name} --file /provision/policies/${name}.json`,
    `rc admin policy attach store/ ${name} --user "$user"`,
  ]);
  const alias = ['schema_version = 1', '', '[[aliases]]', 'name = "store"', `endpoint = "${endpoint}"`, `access_key = "\${secret:${ROOT}#accessKey}"`, `secret_key = "\${secret:${ROOT}#secretKey}"`, 'region = "us-east-1"', ''];
  return [
    { path: '/provision/.config/rc/config.toml', text: alias.join('\n') },
    { path: '/provision/provision.sh', text: ['until rc ls store/ > /dev/null; do sleep 5; done', ...lines, ''].join('\n') },
    ...accounts.flatMap(({ name, username, password, statements }) => [
      { path: `/provision/accounts/${name}/username`, text: username },
      { path: `/provision/accounts/${name}/password`, text: password },
      { path: `/provision/policies/${name}.json`, text: `${JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)}\n` },
    ]),
  ];
}
