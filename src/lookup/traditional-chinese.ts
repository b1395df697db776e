/**
 * Traditional Chinese characters, and variant spellings, with their simplified ones.
 *
 * A hand-made table of the characters that texts about software and services use; a full
 * conversion (OpenCC) weighs more than the whole index. It is used when the index is built: of each
 * pair only what the documents need goes into the index.
 */

/** Traditional and simplified character in turn. */
export const traditionalPairs =
  '後后時时請请頭头過过認认證证資资訊讯錯错誤误無无識识別别戶户機机構构驗验權权檢检綁绑響响應应務务閘闸關关環环發发佈布測测試试連连線线網网絡络絕绝統统級级編编寫写碼码號号數数據据庫库' +
  '檔档範范圍围傳传輸输遞递調调議议設设計计許许訪访問问說说語语讀读變变讓让護护論论評评詞词話话該该詳详謝谢負负載载貨货費费購购買买賣卖賬账帳账帐账單单訂订價价額额預预貼贴質质賴赖賦赋' +
  '贈赠產产業业動动勞劳勢势勝胜匯汇區区協协卻却廠厂歷历壓压參参雙双員员啟启啓启喚唤圖图團团執执場场塊块報报壞坏聲声處处備备復复夠够夾夹奪夺奮奋婦妇媽妈學学實实審审寬宽將将專专對对導导' +
  '層层屬属屆届歲岁島岛師师帶带幣币幫帮廢废廣广廳厅開开異异張张強强彈弹徑径從从慮虑態态憑凭憶忆懷怀懸悬戰战戲戏擁拥擇择擊击擔担擴扩擾扰攔拦攝摄敗败敵敌斷断於于暫暂曆历書书會会東东條条' +
  '極极樣样標标樓楼橋桥檯台欄栏歐欧歸归殘残殺杀毀毁氣气決决沒没況况淨净減减湊凑準准溫温滿满漢汉潛潜澤泽濾滤濫滥灣湾為为烏乌煩烦熱热營营爭争爾尔牆墙狀状獨独獲获現现畫画當当疊叠療疗癥症' +
  '監监盤盘盡尽眾众睜睁矯矫確确禮礼禪禅種种稱称積积穩稳競竞節节築筑篩筛簡简簽签籤签糾纠約约紅红納纳紙纸純纯細细終终組组結结給给經经綜综維维緊紧緩缓緣缘縮缩縱纵總总績绩織织繞绕繪绘繼继' +
  '續续罰罚義义習习聯联職职聽听脫脱腦脑臨临舉举舊旧藝艺蘋苹虛虚術术衛卫衝冲補补裝装裡里製制複复見见規规視视親亲覺觉覽览觀观觸触訃讣記记訓训託托訴诉診诊註注詢询誠诚課课談谈譯译豐丰貝贝' +
  '財财貢贡責责貴贵貸贷賓宾賞赏賠赔賽赛趕赶趨趋跡迹踐践車车軌轨軍军軟软較较輔辅輕轻輪轮輯辑轄辖轉转轟轰辦办辭辞農农迴回這这週周進进遊游運运違违遠远適适選选遷迁還还邊边郵邮鄉乡鄰邻醫医' +
  '釋释針针鈕钮鈴铃鉤钩銀银銷销鋼钢錄录錢钱鍵键鎖锁鏈链鏡镜鐘钟鐵铁鑑鉴鑒鉴鑰钥長长門门閉闭間间閱阅閾阈阀阈陣阵陰阴陳陈陸陆陽阳隊队階阶際际隨随險险隱隐隸隶雖虽雜杂離离難难雲云電电靈灵' +
  '靜静頁页頂顶項项順顺須须頓顿領领頻频題题顏颜願愿類类顧顾顯显風风飛飞飯饭飽饱養养餘余館馆馬马駐驻駕驾驅驱驟骤體体魚鱼點点黨党齊齐齡龄龍龙龜龟麼么麵面麗丽黃黄鬆松鬥斗鬧闹鎮镇鏢镖鐲镯' +
  '霧雾韓韩飲饮駁驳騙骗騰腾鬱郁鳥鸟衹只祇只隻只個个們们來来倆俩倉仓偵侦側侧傑杰傷伤債债僅仅儀仪億亿優优儲储兒儿內内兩两冊册凍冻凱凯刪删則则剛刚創创劃划劇剧劑剂勵励勻匀華华厲厉嗎吗啞哑' +
  '喪丧嘗尝嚴严國国園园圓圆堅坚墊垫壘垒夥伙妝妆姊姐孫孙寶宝尋寻岡冈崗岗嶺岭巖岩幀帧幾几廁厕廚厨彙汇徵征徹彻恆恒悶闷惡恶愛爱慣惯慶庆憂忧懇恳戸户拋抛捨舍掃扫掛挂採采換换揚扬損损搖摇摺折' +
  '撐撑撥拨擋挡擬拟擠挤攜携敘叙晝昼暈晕暢畅榮荣槓杠橫横檻槛櫃柜氾泛漸渐漲涨潔洁潤润澀涩災灾燈灯燒烧獎奖獻献玆兹畢毕畝亩癢痒皺皱盜盗矚瞩礎础礙碍稅税窮穷竊窃筆笔籌筹絲丝緒绪縣县縫缝罷罢' +
  '羅罗聖圣腳脚膠胶艦舰蓋盖蔣蒋薦荐蘭兰蟲虫裏里襲袭訛讹誌志誰谁誘诱諮咨講讲謹谨譜谱讚赞豬猪貓猫賺赚趙赵躍跃轎轿辯辩遺遗鄭郑釘钉鈔钞鋪铺錶表鍋锅鎊镑鏟铲閃闪閒闲闊阔闖闯陝陕雞鸡韋韦頒颁' +
  '頗颇飄飘駛驶驚惊髮发鮮鲜鹽盐黏粘齒齿係系繫系並并併并臺台佔占祕秘衆众羣群濟济邏逻顛颠佇伫叢丛駭骇竄窜擷撷瀏浏鏽锈攏拢';

/**
 * The pairs whose simplified character occurs in a text.
 *
 * @param text What is to be found by traditional characters.
 * @returns Traditional and simplified character in turn.
 * @example neededPairs('后端') // => '後后'
 */
export function neededPairs(text: string): string {
  const needed = new Set(text);
  let pairs = '';
  for (let i = 0; i + 1 < traditionalPairs.length; i += 2) {
    if (needed.has(traditionalPairs.charAt(i + 1))) pairs += traditionalPairs.slice(i, i + 2);
  }
  return pairs;
}
