// Sums up the CTRF reports of a test run: names what was skipped, and ends with `N passed, N failed, N skipped`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, noSkips, broken] = process.argv.slice(2);
const tests = readdirSync(folder).flatMap(file => JSON.parse(readFileSync(join(folder, file), 'utf8')).results.tests);
const reasonOf = test => test.extra?.reason ?? test.message ?? '';
const failed = tests.filter(t => t.status === 'failed');
const skipped = tests.filter(t => t.status === 'skipped'); // What is run only on request (--kills) is pending here.
const passed = tests.filter(t => t.status === 'passed');

// The compatibility cases of the standard are test data of others and not part of the project: their absence is no missing server.
// Nor is it that nothing is unreadable to the administrator, as whom continuous integration runs.
const servers = skipped.filter(t => !/HUODI_TCK|administrator may read everything/.test(reasonOf(t)));
for (const test of skipped) console.log(`跳过 ${test.name}：${reasonOf(test)}`);
for (const test of failed) console.log(`失败 ${test.name}`);
const refused = noSkips === '1' ? servers.length : 0;
if (refused > 0) console.log(`不许跳过，却跳过了 ${refused} 个。`);
if (broken === '1' && failed.length === 0) console.log('有测试程序没有正常结束。');
const crashed = broken === '1' && failed.length === 0 ? 1 : 0;
console.log(`${passed.length} passed, ${failed.length + crashed} failed, ${skipped.length} skipped`);
process.exit(failed.length > 0 || broken === '1' || refused > 0 || passed.length === 0 ? 1 : 0);
