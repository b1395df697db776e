/**
 * Words for one thing, in English and Chinese, as people say it when something fails.
 *
 * Documents say "throttling threshold" and 流控, people "rate limit", "too many requests" and 限流.
 * Every line is one concept; a text that holds any of its words holds the concept. Words are
 * general to web services, none is here for a single code. English words stand for their
 * inflections. They travel with the texts of the index.
 */
const lines = `
throttling,throttle,rate limit,ratelimit,rate limiting,too many requests,too frequent,traffic control,flow control,qps|流控,限流,限速,频率,过于频繁,太频繁,流量控制
timeout,time out,timed out,deadline|超时,逾时,逾時
unavailable,not available,unreachable,not reachable,cannot connect,connection refused,connection failed,failed to connect,down|不可用,连不上,无法连接,连接失败,不可达,不通,不可使用,宕机
expired,expire,expiration,outdated,no longer valid|过期,失效,到期
token|令牌,权杖
signature,sign,signing,hmac|签名,签章,验签
quota,allowance|配额,额度
used up,exhausted,insufficient,run out,not enough|用完,用尽,耗尽,不足
frozen,freeze,suspended,arrears|冻结,欠费
blacklist,black list,blocklist,whitelist,white list,allowlist,denylist|黑名单,白名单,黑白名单
domain,hostname,host name|域名,主机名,网域
resolve,resolution,dns,lookup|解析
certificate,cert,x509|证书,凭证,憑證
too large,too big,large,big,oversize,oversized,exceed,exceeds,too long|过大,太大,过长,太长,超长,超过,超出
header,headers|请求头,报头,标头,头部
body,payload,entity|请求体,包体,正文,消息体
uri,url|地址,网址,链接
authorized,authorised,permission,permit,allowed,privilege|授权,权限
denied,deny,forbidden,refused,rejected,prohibited,not allowed,not authorized,unauthorized,no permission,blocked|拒绝,禁止,不允许,无权,无权限,没有权限,禁用,被拒
not found,not exist,does not exist,cannot find,no such,absent,missing|不存在,未找到,找不到,无法找到,没找到,没有找到
lack,lacks,missing,required,omitted,without|缺少,缺失,没有传,没传,必填,未传
published,publish,released,release,deployed,online|发布,上线
offline,unpublish|下线
repeated,repeat,duplicate,duplicated,already exists,existed,in use,conflict|重复,已存在,已经存在,冲突,重名
invalid,illegal,not valid,malformed,wrong,incorrect,bad|不合法,非法,无效,不正确,有误,错误
failed,fail,failure,error,unsuccessful|失败,错误,出错,异常,报错
internal error,internal server error,unexpected error|内部错误,未知错误,服务器错误
unknown,unrecognized,unidentified,cannot be identified|未知,无法识别,不明
verify,verification,validate,validation|校验,验证
authentication,authenticate,auth,login|认证,鉴权,登录,身份验证
identity,identities|身份
third party,thirdparty,third-party|第三方
backend,back end,upstream,origin|后端,后台,上游,源站,源站点
api,interface,endpoint|接口
app,application|应用,应用程序
user|用户,使用者
account|账户,账号,帐号
balance|余额
client|客户端,用户端
server|服务器,服务端,伺服器
request|请求
method|方法
parameter,param,argument|参数
plugin,plug in|插件
script|脚本
algorithm|算法,演算法
key,secret,secretkey|密钥,秘钥,金钥
port|端口,连接埠
path|路径
group|分组,组
region|区域,地域
load balance,load balancer,vpc channel,load balance channel|负载通道,负载均衡,负载
itself,recursive,recursion,loop|自身,自己,递归,循环
trusted,trust|受信任,信任
null,empty|为空,空
cancelled,cancel,canceled|取消
number,count,amount|数量,个数,次数
maximum,max,upper limit,limit reached|最大值,上限,最大,最多
out of range,range|范围,越界
real name|实名
license,licence,icp,record filing|备案,许可
supported,support,unsupported,not supported|支持,不支持
protocol|协议
disabled,stopped|停用,停止,已停止
update,updated,refresh,renew|更新,刷新
yaml,swagger,openapi|定义文件
parse,parsing,resolution exception|解析错误,解析异常
configuration,configurations,config,setting|配置,设置
debugging,debug|调试
orchestration|编排
policy|策略
version,revision|版本
delete,deleted,remove|删除
modify,modified,change|修改,变更
associated,bind,bound,binding,bound to|绑定,关联
`;

/** The concepts, a line each: English words, a bar, Chinese words. */
export const conceptLines: readonly string[] = lines.trim().split('\n');
