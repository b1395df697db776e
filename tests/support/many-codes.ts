/** As many varied codes as wanted, in both languages, the same each time; to measure large sites. */
import type { Code } from '../../src/model/case.ts';
import { makeCase, makeCode, makeEntry, makeText } from './make-code.ts';

const pairs = (words: string) =>
  words.split(' ').map((pair) => pair.split('/') as [string, string]);
const owners = pairs(
  'tenant/租户 project/项目 cluster/集群 bucket/存储桶 instance/实例 volume/云硬盘 snapshot/快照 image/镜像 subnet/子网 router/路由器 listener/监听器 certificate/证书 queue/队列 topic/主题 consumer/消费者 pipeline/流水线 repository/仓库 namespace/命名空间 container/容器 function/函数 trigger/触发器 dashboard/仪表盘 metric/指标 alarm/告警 policy/策略 role/角色 credential/凭证 session/会话 order/订单 invoice/发票 coupon/优惠券 shipment/运单 warehouse/库房 ledger/账本 contract/合同 patient/患者 device/设备 sensor/传感器 firmware/固件 gateway/网关',
);
const parts = pairs(
  'name/名称 quota/配额 owner/所有者 version/版本 size/大小 region/区域 lease/租约 checksum/校验和 schema/模式 index/索引 schedule/计划 template/模板 replica/副本 endpoint/终端节点 label/标签 password/密码 signature/签名 address/地址 capacity/容量 lifecycle/生命周期 encryption/加密 retention/保留期 bandwidth/带宽 priority/优先级 timeout/超时时间 encoding/编码 currency/币种 timezone/时区 locale/语言环境 backup/备份',
);
const faults = pairs(
  'expired/已过期 is-locked/已被锁定 is-missing/缺失 was-rejected/被拒绝 is-too-long/过长 already-exists/已存在 cannot-be-changed/不能修改 does-not-match/不匹配 is-being-deleted/正在删除 has-a-wrong-format/格式错误 exceeds-the-limit/超出限制 is-not-ready/未就绪 was-not-found/未找到 is-frozen/已冻结 is-read-only/只读 conflicts-with-another/与其他冲突 is-out-of-range/超出范围 is-not-supported/不支持',
);
const advice = pairs(
  'wait-and-send-it-again/稍后重新发送 contact-its-administrator/联系其管理员 enter-another-value/输入其他值 create-it-first/先创建 unlock-it-on-the-console/在控制台解锁 request-a-higher-limit/申请提高限额 check-the-spelling/检查拼写 renew-it/续期',
);
const statuses = ['400', '401', '403', '404', '409', '413', '429', '500', '502', '503', '504'];

/**
 * Returns codes of a catalog for each 500 of them, half with numbers, half with names.
 *
 * @example makeManyCodes(30_000)[0]?.code // => 'AAQ.0000'
 */
export function makeManyCodes(count: number): Code[] {
  let seed = 1;
  const pick = <T>(items: readonly T[]): T => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return items[Math.floor((seed / 2 ** 32) * items.length)] as T;
  };
  return Array.from({ length: count }, (_, at) => {
    const group = Math.floor(at / 500);
    const prefix = String.fromCharCode(65 + (group % 26), 65 + (Math.floor(group / 26) % 26), 81);
    const [owner, part, other] = [pick(owners), pick(parts), pick(owners)];
    const [fault, remedy] = [pick(faults), pick(advice)];
    const words = (text: string) => text.replaceAll('-', ' ');
    const name = `${prefix}_${owner[0]}_${part[0]}_${fault[0]}_${at}X`.toUpperCase();
    const code =
      at % 2 === 0 ? `${prefix}.${String(at % 500).padStart(4, '0')}` : name.replaceAll('-', '_');
    const httpStatus = makeText(pick(statuses));
    const entry = (variant: string, texts: [string, string, string]) =>
      makeEntry(
        code,
        { message: texts[0], description: texts[1], solution: texts[2] },
        { variant, httpStatus },
      );
    const message = `The ${part[0]} of the ${owner[0]} ${words(fault[0])}.`;
    const one = makeCase(code, 'case-1');
    one.entries = [
      entry('en', [
        message,
        `The ${part[0]} that ${other[0]} ${at % 977} has set for the ${owner[0]} ${words(fault[0])}.`,
        `Open the ${owner[0]} and ${words(remedy[0])}. Then use the ${part[0]} of the ${other[0]}.`,
      ]),
      entry('zh', [
        message,
        `${other[1]}${at % 977}为${owner[1]}设置的${part[1]}${fault[1]}`,
        `打开${owner[1]}，${remedy[1]}；然后使用${other[1]}的${part[1]}。`,
      ]),
    ];
    return { ...makeCode(`many-${group}`, code), cases: [one] };
  });
}
