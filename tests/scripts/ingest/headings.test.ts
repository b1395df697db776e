/** Headings and labels of other vendors, and the field of each; `-` is no field. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHeadingLookup, mergeHeadings } from '../../../scripts/ingest/headings.ts';
import { readCuration } from '../../../scripts/ingest/load/curation.ts';
import { projectRoot } from '../../support/content.ts';

const { headings } = readCuration(projectRoot);

const expected: Record<string, string> = {
  code: `Error Code|Code|Codes|Error No.|Errno|Error #|Error ID|Exception Code|Fault Code|Result Code|Return Code|
    Returned Code|Response Code|Reply Code|Event Code|Code Value|Code (Hex)|2. Error code|Error code:|Error-Code|
    Error Code / Error Number|Error code / name|The error code|Returned error code|Numeric code|errorCode|err_code|ret_code|retcode|
    错误码|错误代码|错误编码|错误码值|错误号|错误编号|返回码|返回值|返回代码|结果码|响应码|故障码|异常码|告警码|
    错误码（十进制）|一、错误码|错误码/返回码|业务码|业务错误码|公共错误码|代码`,
  alias: `Error Name|Code Name|Symbol|Symbolic name|Constant|Enum|Macro|Sub Code|Subcode|Mnemonic|Identifier|
    错误名称|错误码名称|错误名|枚举|枚举值|常量|常量名|宏定义|子错误码|子码|英文标识|标识符`,
  httpStatus: `HTTP|HTTP status|HTTP Status Code|HTTP code|HTTP response code|Returned HTTP code|HTTP return status|
    HTTP response status|HTTP response|Status Code|Status|HTTP状态码|HTTP状态|HTTP 返回码|状态码|返回状态码|HTTP响应状态码|响应状态码`,
  message: `Message|Error Message|Messages|Error text|Message text|Displayed text|Text|Returned message|Response message|Error prompt|
    Displayed message|Error Info|Error Information|Output|errorMsg|error_message|errmsg|What you see|Log message|
    错误信息|错误消息|报错信息|报错|提示信息|提示|错误提示|返回信息|返回消息|提示语|错误内容|报错内容|异常信息|信息|消息|日志信息`,
  description: `Description|Error Description|Meaning|What it means|What happened|Explanation|Definition|Details|
    Detailed description|Cause|Causes|Reason|Reasons|Root cause|Root Causes|Probable cause|Likely cause|
    Possible reason(s)|Why it happens|Why this happens|Why|When it occurs|When you see it|Scenario|Interpretation|
    Summary|Comment|Cause analysis|Reason for failure|Description of the error|Cause and Suggested Solution|Cause/Solution|
    描述|错误描述|中文描述|说明|错误说明|含义|释义|解释|错误解释|原因|错误原因|可能原因|可能的原因|触发原因|失败原因|
    故障原因|出错原因|原因分析|原因说明|问题原因|场景|触发场景|触发条件|什么时候出现|出现场景|详细说明|详情|备注说明|中文含义|错误详情`,
  solution: `Solution|Solutions|Resolution|Remedy|Remedies|Fix|How to fix|How to fix it|How to resolve|How to solve it|
    How to handle it|What to do|What you can do|What should I do?|What to do next|Next steps|Action|Actions|User action|
    Operator response|Suggested action|Recommended action(s)|Recommended solution|Corrective action|Required action|
    Action required|Handling|Handling Suggestion|Handling procedure|Troubleshooting|Troubleshooting steps|Workaround|
    Mitigation|Recovery|Recommendation|Suggestions|Advice|Tip|Tips|Hint|Countermeasures|Treatment|To resolve|
    解决方案|解决方法|解决办法|解决措施|解决建议|处理建议|处理方式|处理方法|处理步骤|处理措施|处理|排查方法|排查建议|
    排查思路|排查步骤|排查方案|应对方法|应对措施|应对建议|应对方案|对策|修复建议|修复方法|建议|建议操作|用户操作|操作建议|
    怎么办|如何处理|如何解决|怎么解决|解决|推荐操作|恢复方法|规避措施|规避方法|改进建议|处置建议|处置方法`,
  other:
    'Category|Error type|Level|Severity|Module|Retryable|No.|序号|类型|错误类型|级别|错误级别|模块|分类|备注|是否可重试',
  '-': 'Region|Owner|ERR_CODE.X|Getting started|欢迎使用|Endpoint|接口|The request failed because the network was down and the message was lost.',
};

test('natural headings stand for their fields', () => {
  const lookUp = createHeadingLookup(headings);
  const wrong = Object.entries(expected).flatMap(([field, list]) =>
    list
      .split(/\|\s*/)
      .map((heading) => heading.trim())
      .filter((heading) => (lookUp(heading)?.field ?? '-') !== field)
      .map((heading) => `${heading}: ${lookUp(heading)?.field ?? '-'}, not ${field}`),
  );
  assert.deepEqual(wrong, []);
});

test('headings of a document come before the common ones, and in their order', () => {
  const lookUp = createHeadingLookup(mergeHeadings(headings, { solution: ['Code', 'Reply'] }));
  assert.equal(lookUp('code')?.field, 'solution');
  assert.equal(lookUp('REPLY:')?.rank, 1);
  const whole = createHeadingLookup(mergeHeadings(headings, { solution: ['Code / Reply'] }));
  assert.equal(whole('Code/Reply')?.field, 'solution');
  assert.equal(whole('Code')?.field, 'code');
});
