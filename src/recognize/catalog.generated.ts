// Generated from grammars/ by test/generated.test.ts: `npx vitest run test/generated.test.ts -u`.
import { type CompiledCatalog, expandCatalog } from './compiled-catalog.ts';

const COMPILED: CompiledCatalog = {
  types: [
    {"name":"session-status","values":["invalid","disconnected","connecting","connected","reasserting","disconnecting"],"at":"grammars/types.grammar:13"},
    {"name":"plugin","templates":["{class:word}({bundle:label}[{point:label}][{detail:label}])","{class:word}({bundle:label}[{detail:label}])","{bundle:word}[{point:label}][{detail:label}]","{bundle:word}[{detail:label}]"],"at":"grammars/types.grammar:17"},
    {"name":"flow-protocol","values":["TCP","UDP"],"at":"grammars/types.grammar:22"},
    {"name":"flow-type","values":["stream","datagram"],"at":"grammars/types.grammar:23"},
    {"name":"binding","values":["bound"],"at":"grammars/types.grammar:25"},
    {"name":"power-state","values":["OFF_STATE","RESTART_STATE","SLEEP_STATE","AOT_STATE","ON_STATE"],"at":"grammars/types.grammar:27"},
    {"name":"hibernation","values":["Safe"],"at":"grammars/types.grammar:28"},
    {"name":"limit-kind","values":["Active","Inactive"],"at":"grammars/types.grammar:30"},
    {"name":"limit-hardness","values":["Hard","Soft"],"at":"grammars/types.grammar:31"},
    {"name":"limit-fatality","values":["fatal","non-fatal"],"at":"grammars/types.grammar:32"},
    {"name":"suppressed","values":["suppressed","supressed"],"at":"grammars/types.grammar:34"},
    {"name":"fatal-mark","values":["fatal","FATAL"],"at":"grammars/types.grammar:35"},
    {"name":"agent-activity","values":["active","inactive"],"at":"grammars/types.grammar:37"},
    {"name":"agent-necessity","values":["compulsory","voluntary"],"at":"grammars/types.grammar:38"},
    {"name":"policy-change","values":["added","removed"],"at":"grammars/types.grammar:39"},
    {"name":"extension-kind","values":["data","control"],"at":"grammars/types.grammar:40"},
    {"name":"assertion-action","values":["Created","Released","TimedOut","Summary","ClientDied","TurnedOn","TurnedOff"],"at":"grammars/types.grammar:42"},
    {"name":"extension-state","values":["activated_enabled","activated_disabled","activated_enabling","activated_waiting_for_user","activated_waiting_to_upgrade","activated_waiting_to_upgrade_on_reboot","validating","validating_by_category","terminating_for_upgrade_via_delegate","terminating_for_uninstall","terminating_for_uninstall_via_delegate","terminating_for_uninstall_but_still_running","terminating_for_disable","terminating_for_disable_but_still_running","terminated_waiting_to_uninstall_on_reboot","uninstalling","uninstalled"],"at":"grammars/types.grammar:43"},
    {"name":"cfil-function","values":["cfil*"],"at":"grammars/kernel/content-filter.grammar:15"},
    {"name":"filtered-flow","templates":["[{pid:pid} {process:label}] <{transport:word}({protocol:u32}) {direction:word} so {socketAddr:pointer} {filterSockId:u64} {contextId:u64} age {age:seconds}> lport {localPort:port} fport {remotePort:port} laddr {localAddress:word} faddr {remoteAddress:word} hash {kernelFlow:hex}","[{pid:pid} {process:label}] <{transport:word} {direction:word} so {socketAddr:pointer} flags 0x{inpcbFlags:hex} 0x{socketFlags:hex} {filterSockId:u64} age {age:seconds}> lport {localPort:port} fport {remotePort:port} laddr {localAddress:word} faddr {remoteAddress:word}","[{pid:pid} {process:label}] <{transport:word} {direction:word} so {socketAddr:pointer} - flags 0x{inpcbFlags:hex} 0x{socketFlags:hex}> lport {localPort:port} fport {remotePort:port} laddr {localAddress:word} faddr {remoteAddress:word}","<{transport:word}({protocol:u32}) so {socketAddr:pointer} cfil {stateAddr:pointer}, entry {entryAddr:pointer}, sockID {filterSockId:u64} <{filterSockIdHex:pointer}> feat_ctxt_id <{contextId:u64}> lport {localPort:port} fport {remotePort:port} laddr {localAddress:word} faddr {remoteAddress:word} hash {kernelFlow:hex}","<{transport:word}({protocol:u32}) so {socketAddr:pointer} cfil {stateAddr:pointer}, entry {entryAddr:pointer}, sockID {filterSockId:u64} <{contextId:u64}>> lport {localPort:port} fport {remotePort:port} laddr {localAddress:word} faddr {remoteAddress:word} hash {kernelFlow:hex}","<{transport:word} so {socketAddr:pointer}{? cfil {stateAddr:pointer}} - flags 0x{inpcbFlags:hex} 0x{socketFlags:hex}{?, sockID {filterSockId:u64}}{? <{filterSockIdHex:pointer}>}> lport {localPort:port} fport {remotePort:port} laddr {localAddress:word} faddr {remoteAddress:word}","<{transport:word}{?({protocol:u32})} so {socketAddr:pointer}, entry {entryAddr:pointer}, sockID {filterSockId:u64}> lport {localPort:port} fport {remotePort:port} laddr {localAddress:word} faddr {remoteAddress:word}{? hash {kernelFlow:hex}}"],"at":"grammars/kernel/content-filter.grammar:19"},
    {"name":"filter-event","values":["attached","data","closed"],"at":"grammars/kernel/content-filter.grammar:27"},
    {"name":"filter-identity","values":["effective","real","process"],"at":"grammars/kernel/content-filter.grammar:29"},
    {"name":"filter-direction","values":["in","out"],"at":"grammars/kernel/content-filter.grammar:30"},
    {"name":"filter-ip-version","values":["V4","V6"],"at":"grammars/kernel/content-filter.grammar:31"},
    {"name":"filter-state","values":["DETACHING","ACTIVE","FLOW CONTROLLED"],"at":"grammars/kernel/content-filter.grammar:32"},
    {"name":"filtered-flow-state","values":["DETACHED","ATTACHED"],"at":"grammars/kernel/content-filter.grammar:33"},
    {"name":"filtered-flow-flag","values":["DROP","CLOSE_WAIT","SOCK_CLOSED","RETRY_INJECT_IN","RETRY_INJECT_OUT","SHUT_WR","SHUT_RD"],"at":"grammars/kernel/content-filter.grammar:34"},
    {"name":"kernel-address","values":["0*","1*","2*","3*","4*","5*","6*","7*","8*","9*","a*","b*","c*","d*","e*","f*"],"at":"grammars/kernel/content-filter.grammar:36"},
    {"name":"ipsec-function","values":["ipsec*"],"at":"grammars/kernel/ipsec.grammar:4"},
    {"name":"ipsec-ring","values":["NETIF","TX_FSW","KPIPE_TX","KPIPE_RX"],"at":"grammars/kernel/ipsec.grammar:5"},
    {"name":"necp-client-function","values":["necp_client_*","necp_set_socket_attribute*","necp_set_socket_domain_attributes","necp_set_client_as_background","necp_update_all_clients*","necp_update_client_result","necp_destroy_client*","necp_process_defunct_list","necp_fd_defunct","necp_open","necp_find_domain_info*","necp_request_tcp_netstats","necp_request_udp_netstats","necp_request_quic_netstats","necp_arena_*","necp_sysctl_arena_*","necp_stats_*","necpop_kqfilter"],"at":"grammars/kernel/necp-client.grammar:7"},
    {"name":"necp-parent-trait","values":["ip protocol","address family","local address","remote address","local port","remote port"],"at":"grammars/kernel/necp-client.grammar:14"},
    {"name":"necp-resolver-trait","values":["hostname","address type","port","address"],"at":"grammars/kernel/necp-client.grammar:15"},
    {"name":"necp-resolver-record","values":["resolver answer","browse result","service resolver answer"],"at":"grammars/kernel/necp-client.grammar:16"},
    {"name":"necp-socket-attribute","values":["domain context","domain","domain owner","tracker domain","account"],"at":"grammars/kernel/necp-client.grammar:17"},
    {"name":"necp-statistics-protocol","values":["tcp","udp","quic","TCP","UDP","QUIC"],"at":"grammars/kernel/necp-client.grammar:18"},
    {"name":"necp-agent-demand","values":["required","prohibited","preferred","avoided"],"at":"grammars/kernel/necp-client.grammar:19"},
    {"name":"necp-function","values":["necp_session_*","necp_handle_*","necp_policy_*","necp_kernel_*","necp_socket_*","necp_route_*","necp_ip_output_*","necp_ip6_output_*","necp_packet_*","necp_application_*","necp_check_*","necp_get_*","necp_buffer_*","necp_create_*","necp_ctl_*","necp_delete_session","necp_update_qos_marking","necp_register_control","necp_init"],"at":"grammars/kernel/necp.grammar:15"},
    {"name":"necp-sysctl-function","values":["sysctl_handle_necp*"],"at":"grammars/kernel/necp.grammar:19"},
    {"name":"necp-layer","values":["socket","ip","IP"],"at":"grammars/kernel/necp.grammar:21"},
    {"name":"necp-packet","values":["IP","IP6"],"at":"grammars/kernel/necp.grammar:22"},
    {"name":"netagent-function","values":["netagent_*"],"at":"grammars/kernel/network-agent.grammar:5"},
    {"name":"retired-request","values":["GET","ASSERT","UNASSERT"],"at":"grammars/kernel/network-agent.grammar:6"},
    {"name":"calendar-time","templates":["{year:u32}/{month:u32}/{day:u32} {hour:u32}:{minute:u32}:{second:u32}"],"at":"grammars/kernel/power.grammar:2"},
    {"name":"prevented-sleep","values":["idle","system"],"at":"grammars/kernel/power.grammar:4"},
    {"name":"preventers-kind","values":["Idle","System"],"at":"grammars/kernel/power.grammar:5"},
    {"name":"change-request","values":["changePowerState*"],"at":"grammars/kernel/power.grammar:6"},
    {"name":"whole-and-fraction","templates":["{whole:u32}.{fraction:u32}"],"at":"grammars/kernel/tcp.grammar:4"},
    {"name":"nw-agent-removal","values":["nw_network_agent_remove_from_interface*"],"at":"grammars/network/agent.grammar:1"},
    {"name":"cfnetwork-outcome","values":["success","failure"],"at":"grammars/network/cfnetwork.grammar:3"},
    {"name":"nw-instance","templates":["C{connection:u32}.{child:word}:{protocolIndex:u32}","C{connection:u32}:{protocolIndex:u32}","C{connection:u32}.{child:word}","C{connection:u32}"],"at":"grammars/network/flow.grammar:3"},
    {"name":"nw-proxy-function","values":["nw_proxy_*"],"at":"grammars/network/flow.grammar:6"},
    {"name":"nw-listener-function","values":["nw_listener_*"],"at":"grammars/network/flow.grammar:7"},
    {"name":"tls-function","values":["boringssl_*","nw_protocol_boringssl_*"],"at":"grammars/network/tls.grammar:3"},
    {"name":"network-part","values":["NWI","DNS","Proxies"],"at":"grammars/networkextension/nesessionmanager.grammar:428"},
    {"name":"configd-control","values":["start","stop"],"at":"grammars/system/configd.grammar:1"},
    {"name":"link-status","values":["ACTIVE","INACTIVE"],"at":"grammars/system/configd.grammar:2"},
    {"name":"dns-service-call","values":["DNSService*"],"at":"grammars/system/mdns.grammar:1"},
    {"name":"sleep-response","values":["timed out","is slow","received","is to cancel state change","exceeded SleepService cap"],"at":"grammars/system/pmset.grammar:165"},
    {"name":"power-source","values":["AC","Batt","BATT"],"at":"grammars/system/pmset.grammar:166"},
    {"name":"display-state","values":["on","off"],"at":"grammars/system/pmset.grammar:167"},
    {"name":"listed-extension-state","values":["activated enabled","activated disabled","activated enabling","activated waiting for user","activated waiting to upgrade","activated waiting to upgrade on reboot","validating","validating by category","terminating for upgrade via delegate","terminating for uninstall","terminating for uninstall via delegate","terminating for uninstall but still running","terminating for disable","terminating for disable but still running","terminated waiting to uninstall on reboot","uninstalling","uninstalled"],"at":"grammars/system/systemextensionsctl.grammar:8"},
  ],
  identities: [
    {"name":"flow-pcb","base":"u32","per":"boot","at":"grammars/types.grammar:5"},
    {"name":"ne-session","key":"id","per":"device","templates":["{class:word}[{kind:label}:{name:label}:{id:uuid}:{via:label}]","{class:word}[{name:label}:{id:uuid}]"],"at":"grammars/types.grammar:9"},
  ],
  families: [
    {"name":"kernel.content-filter","title":"Kernel content filter: holds a socket's data until a filter provider has decided about it","at":"grammars/kernel/content-filter.grammar:38","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:cfil-function}:{codeLine:u32} ","names":"unit-invalid unit-in-use connect-no-memory active-filters control-registration-failed preserve-connections-requested preserve-connections traced-filter-disconnected unit-unknown request-malformed operation-unknown option-malformed filter-unit-already-set socket-info-unknown-flow socket-info-unavailable crypto-key-failed signing-failed audit-token-missing debug-flow already-attached tcp-unit-without-filter udp-unit-without-filter udp-announce-failed udp-state-no-memory udp-flow-missing tcp-attached udp-attached udp-flow-identified traced-attached announcing traced-announced event-not-delivered data-not-delivered statistics-not-delivered traced-message-received traced-verdict verdict-offsets drop-verdict drop-verdict-offsets traced-blessed verdict-socket-search socket-gone verdict-too-late verdict-without-filter verdict-too-early flow-already-dropped pass-after-drop traced-drop-detached traced-datagram-dropped preexisting-dropped unit-change-dropped unit-change-without-policy unit-change-preserved udp-no-active-filter udp-no-filter-policy udp-user-space-only control-data urgent-data state-gone reinject-failed reinject-error data-copy-failed data-malformed data-queue-failed shutdown disconnect-already-sent disconnect-held-back traced-disconnect-announced close-announcing traced-close-announced closing close-waiting close-wait-over traced-close-wait-skipped traced-close-wait-started traced-close-wait-done traced-close-wait-expired waking traced-waking detached traced-shutdown traced-socket-closed traced-delayed-close-done traced-freed traced-datagram-detached datagram-socket-detached socket-use-count flow-table-freed traced-table-cleanup traced-verdict-overdue traced-queue-overflow queue-overflow-counts traced-idle-expired idle-flows-expired traced-collection-due traced-collected udp-entry-matched udp-entry-not-matched udp-table-missing udp-table-count traced-entry-found traced-entry-not-found traced-entry-added traced-entry-updated traced-datagram data-queued data-passed-unseen data-counted queue-step queue-step-result traced-data-shown data-shown show-queue-state show-queue-passing show-queue-peeking pending-queue-data inject-queue-length inject-queue-data inject-queue-done ip-header-stripped verdict-applied verdict-without-effect direction-update pending-range socket-pass-offset pending-total statistics-started statistics-stopped statistics-running statistics-no-flow statistics-no-buffer statistics-flow-without-filter statistics-elapsed statistics-bytes traced-statistics-collected statistics-reporting statistics-message statistics-sent statistics-sleep dump-filter dump-filter-state dump-filter-flow dump-filter-end dump-flows dump-flow dump-flow-flag dump-flows-end flow-note","messages":
      '[' +
      '[46,["bad sc_unit {unit:u32}"]],' +
      '[53,["sc_unit {unit:u32} in use"]],' +
      '[60,["zalloc failed"]],' +
      '[67,["return {error:errno} cfil_active_count {activeFilters:u32} kcunit {unit:u32}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[76,["ctl_register failed: {error:errno}"]],' +
      '[83,["CFIL_OPT_PRESERVE_CONNECTIONS got {preserve:u32} (kcunit {unit:u32})"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[91,["CFIL Preserve Connections - {preserve:word}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[99,["<CFIL: FILTER DISCONNECTED>: {filterFlow:filtered-flow}","<CFIL: LIFECYCLE: - FILTER DISCONNECTED>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[114,["no unitinfo","kcunit {unit:u32} > MAX_CONTENT_FILTER ({maxFilters:u32})","unitinfo does not match for kcunit {unit:u32}","bad unit info {unit:u32})","no content filter"]],' +
      '[129,["null mbuf","too short {length:u32}","bad version {version:u32}","bad type {messageType:u32}","bad length {length:u32}","bad len: {length:u32} for op {operation:u32}"]],' +
      '[146,["bad op {operation:u32}"]],' +
      '[153,["len too small {length:u64}","CFIL_OPT_PRESERVE_CONNECTIONS len too small {length:u64}","CFIL_OPT_NECP_CONTROL_UNIT len too small {length:u64}","len does not match {length:u64}","data not passed"]],' +
      '[168,["CFIL_OPT_NECP_CONTROL_UNIT already set {filterUnit:u32}"]],' +
      '[175,["CFIL: GET_SOCKET_INFO failed: bad sock_id {filterSockId:u64}"]],' +
      '[182,["CFIL: GET_SOCKET_INFO failed: so {socketAddr:pointer} not attached, cannot fetch info","CFIL: GET_SOCKET_INFO failed: so {socketAddr:pointer} NULL so_proto / pr_domain"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[194,["failed to initialize crypto state for unit {unit:u32})"]],' +
      '[201,["CFIL: Failed to sign {event:filter-event} msg <sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>}>"]],' +
      '[213,["CFIL: Failed to get {?{identity:filter-identity} }audit token {?for }<sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>}> "]],' +
      '[230,["CFIL: TCP (dir {outgoing:u32}) - debug flow with port {debugPort:u32}","CFIL: <so {socketAddr:pointer}> UDP (outgoing {outgoing:u32}) - debug flow with port {debugPort:u32}","CFIL: UDP (outgoing {outgoing:u32}) - debug flow with port {debugPort:u32}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[243,["already attached"]],' +
      '[250,["cfil_info_attach_unit({filterUnit:u32}) failed"]],' +
      '[257,["CFIL: <so {socketAddr:pointer}> UDP cfil_info_attach_unit({filterUnit:u32}) failed","CFIL: UDP cfil_info_attach_unit({filterUnit:u32}) failed"]],' +
      '[267,["CFIL: UDP <so {socketAddr:pointer}> cfil_dispatch_attach_event failed <error {error:errno}>"]],' +
      '[275,["CFIL: <so {socketAddr:pointer}> UDP failed to alloc cfil_info","CFIL: UDP failed to alloc cfil_info"]],' +
      '[284,["CFIL: <so {socketAddr:pointer}> NULL soflow_hash_entry","CFIL: <so {socketAddr:pointer}> NULL soflow_hash_entry db","CFIL: <so {socketAddr:pointer}> Falied to get UDP cfil_info","CFIL: <so {socketAddr:pointer}> Falied to get UDP flow","CFIL: Falied to create UDP flow","CFIL: UDP failed to add entry"]],' +
      '[301,["so {socketAddr:pointer} filter_control_unit {filterUnit:u32} sockID {filterSockId:u64} <{filterSockIdHex:pointer}>","so {socketAddr:pointer} filter_control_unit {filterUnit:u32} sockID {filterSockIdHex:pointer}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[312,["CFIL: UDP <so {socketAddr:pointer}> filter_control_unit {filterUnit:u32} sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>} attached"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); before macOS 14 also net.cfil.log >= 7 (default 3)"],' +
      '[323,["CFIL: <so {socketAddr:pointer}> UDP so_gencnt {socket:hex} entry flowhash {kernelFlow:hex} cfil {stateAddr:pointer} sockID {filterSockId:u64} <{filterSockIdHex:pointer}>","CFIL: <so {socketAddr:pointer}> UDP so_gencnt {socket:hex} entry flowhash {kernelFlow:hex} cfil {stateAddr:pointer} sockID {filterSockIdHex:pointer}","CFIL: UDP so_gencnt {socket:hex} entry flowhash {kernelFlow:hex} cfil {stateAddr:pointer} sockID {filterSockIdHex:pointer}","CFIL: UDP inp_flowhash {socketFlow:hex} so_gencnt {socket:hex} entry flowhash {kernelFlow:hex} sockID {filterSockIdHex:pointer}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[341,["<CFIL: ADDED>: {filterFlow:filtered-flow}","<CFIL: LIFECYCLE: ADDED>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[354,["so {socketAddr:pointer} filter_control_unit {filterUnit:u32} kcunit {unit:u32}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[363,["<CFIL: SENDING ATTACH UP>: {filterFlow:filtered-flow}","CFIL: LIFECYCLE: SENDING ATTACH UP <sockID {filterSockId:u64}> "],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[378,["ctl_enqueuedata() failed: {error:errno}"]],' +
      '[385,["ctl_enqueuembuf() failed: {error:errno}"]],' +
      '[392,["ctl_enqueuedata() failed:{error:errno}"]],' +
      '[401,["<CFIL: RECEIVED MSG FROM FILTER>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[411,["<CFIL: RECEIVED CFM_OP_DATA_UPDATE>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[421,["CFIL: VERDICT RECEIVED: <so {socketAddr:pointer} sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>}> <IN peek:{inPeekOffset:u64} pass:{inPassOffset:u64}, OUT peek:{outPeekOffset:u64} pass:{outPassOffset:u64}>"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); before macOS 14 also net.cfil.log >= 7 (default 3)"],' +
      '[433,["<CFIL: RECEIVED CFM_OP_DROP>: {filterFlow:filtered-flow}"]],' +
      '[446,["CFIL: VERDICT DROP RECEIVED: <so {socketAddr:pointer} sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>}> <IN peek:{inPeekOffset:u64} pass:{inPassOffset:u64}, OUT peek:{outPeekOffset:u64} pass:{outPassOffset:u64}>"]],' +
      '[457,["<CFIL: VERDICT RECEIVED: BLESS>: {filterFlow:filtered-flow}","CFIL: VERDICT RECEIVED: BLESS {transport:word} <so {socketAddr:pointer} sockID {filterSockId:u64}>"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[470,["CFIL: VERDICT: search for socket: id {filterSockId:u64} gencnt {socket:hex} flowhash {kernelFlow:hex}"]],' +
      '[478,["no socket for sock_id {filterSockIdHex:pointer} gencnt {socket:hex} flowhash {kernelFlow:hex}"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[487,["bad sock_id {filterSockIdHex:pointer}","so {socketAddr:pointer} <id {filterSockId:u64}> not attached"],null,"sysctl net.cfil.log >= 5 (default 3)"],' +
      '[498,["so {socketAddr:pointer} no filter"],null,"sysctl net.cfil.log >= 5 (default 3)"],' +
      '[506,["so {socketAddr:pointer} attached not sent for {unit:u32}"]],' +
      '[513,["so {socketAddr:pointer} drop set"]],' +
      '[520,["so {socketAddr:pointer} {direction:word} dropped"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[528,["<CFIL: DROP - DETACH>: {filterFlow:filtered-flow}","<CFIL: LIFECYCLE: DROP - DETACH>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[541,["<CFIL: UDP DROP>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[553,["<CFIL: {direction:word}bound TCP data dropped for pre-existing un-filtered flow>: {filterFlow:filtered-flow}","CFIL: TCP({direction:word}) <so {socketAddr:pointer}> - filter state changed - dropped pre-existing flow"]],' +
      '[569,["<CFIL: {direction:word}bound {transport:flow-protocol} data dropped (0x{fromFilterUnit:hex} -> 0x{toFilterUnit:hex})>: {filterFlow:filtered-flow}","CFIL: {transport:flow-protocol}({direction:word}) <so {socketAddr:pointer}> - filter state changed - dropped pre-existing flow (old state 0x{fromFilterUnit:hex} new state 0x{toFilterUnit:hex})"]],' +
      '[586,["CFIL: UDP({direction:word}) <so {socketAddr:pointer}> - filter state changed to 0x{toFilterUnit:hex}, but policies did not. Keeping existing filter state 0x{fromFilterUnit:hex}"],null,"sysctl net.cfil.log >= 5 (default 3)"],' +
      '[595,["CFIL: UDP({direction:word}) <so {socketAddr:pointer}> - filter state changed from 0x{fromFilterUnit:hex} to 0x{toFilterUnit:hex}, but existing connections are to be preserved"],null,"sysctl net.cfil.log >= 5 (default 3)"],' +
      '[606,["CFIL: UDP no active filter"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[614,["CFIL: UDP failed to get control unit"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[622,["CFIL: UDP user space only"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[630,["so {socketAddr:pointer} control"]],' +
      '[637,["so {socketAddr:pointer} MSG_OOB"]],' +
      '[646,["so {socketAddr:pointer} cfil detached"]],' +
      '[653,["<CFIL: Error: sosend_reinject() failed>: {filterFlow:filtered-flow}"]],' +
      '[666,["CFIL: sosend() failed {error:errno}","### sosend() failed {error:errno}"]],' +
      '[675,["m_copym_mode() failed","mbuf_allocpacket() failed"]],' +
      '[684,["No data start","NOT PKTHDR","cfil_data_length: no M_PKTHDR"]],' +
      '[695,["cfil_service_pending_queue() error {error:errno}","cfil_data_service_ctl_q() error {error:errno}"]],' +
      '[706,["so {socketAddr:pointer} how {how:u32}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[714,["so {socketAddr:pointer} disconnect already sent"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[722,["so {socketAddr:pointer} control queue not empty"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[730,["<CFIL: SENDING DISCONNECT UP>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[739,["so {socketAddr:pointer} kcunit {unit:u32}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[747,["<CFIL: SENDING CLOSED UP>: {filterFlow:filtered-flow}","CFIL: LIFECYCLE: SENDING CLOSED UP: <sock id {filterSockId:u64}> op ctr {operations:u32}, start time {startSeconds:u64}.{startMicroseconds:u64}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[760,["so {socketAddr:pointer}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[768,["so {socketAddr:pointer} waiting"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[776,["so {socketAddr:pointer} timed out {timedOut:u32}"],null,"sysctl net.cfil.log >= 5 (default 3)"],' +
      '[784,["<CFIL: SKIP CLOSE WAIT>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[794,["<CFIL: UDP PER-FLOW WAIT FOR FLOW TO FINISH>: {filterFlow:filtered-flow}","<CFIL: LIFECYCLE: WAIT FOR FLOW TO FINISH>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[807,["<CFIL: UDP PER-FLOW WAIT FOR FLOW DONE>: {filterFlow:filtered-flow}","<CFIL: LIFECYCLE: WAIT FOR FLOW DONE>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[820,["<CFIL: UDP PER-FLOW WAIT FOR FLOW TIMED OUT, FORCE DETACH>: {filterFlow:filtered-flow}","<CFIL: LIFECYCLE: WAIT FOR FLOW TIMED OUT, FORCE DETACH>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[833,["so {socketAddr:pointer} waking"],null,"sysctl net.cfil.log >= 5 (default 3)"],' +
      '[841,["<CFIL: WAKING>: {filterFlow:filtered-flow}","<CFIL: LIFECYCLE: WAKING>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[854,["so {socketAddr:pointer} detached {unit:u32}"],null,"sysctl net.cfil.log >= 5 (default 3)"],' +
      '[862,["<CFIL: UDP PER-FLOW NOTIFY_SHUTDOWN>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[872,["<CFIL: UDP PER-FLOW IS_CLOSED>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[882,["<CFIL: Marked previoulsy delayed socket as DEAD>: {filterFlow:filtered-flow}","<CFIL: Handled previously delayed socket for TCP time wait>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[896,["<CFIL: FREEING CFIL_INFO>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[906,["<CFIL: DGRAM DETACH ENTRY>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[916,["CFIL: DGRAM DETACH DB <so {socketAddr:pointer}>"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[924,["CFIL <{transport:word}>: <so {socketAddr:pointer}> - use count {useCount:i32}","CFIL: LIFECYCLE: so usecount {useCount:i32}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[935,["CFIL: LIFECYCLE: <so {socketAddr:pointer}, db {tableAddr:pointer}> freeing db (count == {flows:u32})"]],' +
      '[943,["<CFIL: LIFECYCLE: DB FREE CLEAN UP>: {filterFlow:filtered-flow}"]],' +
      '[953,["<CFIL: flow ACTION timeout expired>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[963,["<CFIL: queue threshold exceeded>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[973,["CFIL: queue threshold exceeded:mbuf max < count: {maxBuffers:u32} bytes: {maxBytes:u32} > tail drop count < OUT: {droppedOut:u32} IN: {droppedIn:u32} > ","CFIL: queue threshold exceeded: mbuf max <count: {maxBuffers:u32} bytes: {maxBytes:u32}> tail drop count <OUT: {droppedOut:u32} IN: {droppedIn:u32}>"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[985,["<CFIL: flow IDLE timeout expired>: {filterFlow:filtered-flow}"]],' +
      '[993,["CFIL: UDP flow idle timeout check: expired {count:u32} idle flows"]],' +
      '[1000,["<CFIL: UDP PER-FLOW GC NEEDED>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[1010,["<CFIL: UDP PER-FLOW GC PERFORM>: {filterFlow:filtered-flow}","<CFIL: LIFECYCLE: GC CLEAN UP>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[1025,["CFIL: UDP <so {socketAddr:pointer}> matched <id {filterSockId:u64}, hash {kernelFlow:u32}>"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1034,["CFIL: UDP <so {socketAddr:pointer}> NOT matched <id {filterSockId:u64}, hash {kernelFlow:u32}>"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1043,["CFIL: UDP <so {socketAddr:pointer}> NULL DB <id {filterSockId:u64}>"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1052,["CFIL: UDP <so {socketAddr:pointer}> total count {flows:u32}"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1060,["<CFIL: UDP found entry{?>: {filterFlow:filtered-flow}}","<CFIL LOOKUP ENTRY: UDP {ipVersion:filter-ip-version} found entry{?>: {filterFlow:filtered-flow}}"]],' +
      '[1071,["<CFIL LOOKUP ENTRY: UDP no entry found{?>: {filterFlow:filtered-flow}}"]],' +
      '[1079,["<CFIL: cfil_db_add_entry: ADDED{?>: {filterFlow:filtered-flow}}"]],' +
      '[1087,["<CFIL: cfil_db_add_entry: local updated{?>: {filterFlow:filtered-flow}}"]],' +
      '[1097,["<CFIL: Got flow>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none)"],' +
      '[1107,["CFIL: QUEUEING DATA: <so {socketAddr:pointer}> {direction:word}: data {dataAddr:pointer} len {dataLength:u32} flags 0x{dataFlags:hex} nextpkt {nextDataAddr:pointer} - cfi_pending_last {pendingLast:u64} cfi_pending_mbcnt {pendingBytes:u32}   cfi_pass_offset {passOffset:u64}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0)"],' +
      '[1117,["CFIL: QUEUEING DATA: <so {socketAddr:pointer}> {direction:word}: FAST PATH","CFIL: QUEUEING DATA: FAST PATH"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0)"],' +
      '[1128,["so {socketAddr:pointer} outgoing {outgoing:u32} datalen {dataLength:u32}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[1137,["so {socketAddr:pointer} kcunit {unit:u32} outgoing {outgoing:u32}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[1145,["return {error:errno}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[1153,["<CFIL: SENDING DATA UP>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0)"],' +
      '[1163,["CFIL: VERDICT ACTION: so {socketAddr:pointer} sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>} outgoing {outgoing:u32}: mbuf {dataAddr:pointer} copyoffset {copyOffset:u32} copylen {copyLength:u32}{? ({ipHeader:label})}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0); before macOS 14 also net.cfil.log >= 7 (default 3)"],' +
      '[1175,["CFIL: SERVICE CTL-Q: pass_offset {passOffset:u64} peeked {peeked:u64} peek_offset {peekOffset:u64}","first {firstOffset:u64} peeked {peeked:u64} pass {passOffset:u64} peek {peekOffset:u64}"],null,"sysctl net.cfil.log >= 7 (default 3), or for a flow selected by net.cfil.log_port, log_pid or log_proto with net.cfil.log_data"],' +
      '[1187,["CFIL: SERVICE CTL-Q PASSING: {dataAddr:pointer} first {firstOffset:u64} peeked {peeked:u64} pass {passOffset:u64} peek {peekOffset:u64}datalen {dataLength:u32} copylen {copyLength:u32}","{dataAddr:kernel-address} first {firstOffset:u64} peeked {peeked:u64} pass {passOffset:u64} peek {peekOffset:u64}datalen {dataLength:u32} copylen {copyLength:u32}"],null,"sysctl net.cfil.log >= 7 (default 3), or for a flow selected by net.cfil.log_port, log_pid or log_proto with net.cfil.log_data"],' +
      '[1199,["CFIL: SERVICE CTL-Q PEEKING: {dataAddr:pointer} current {currentOffset:u64} peeked {peeked:u64} pass {passOffset:u64} peek {peekOffset:u64} datalen {dataLength:u32} copylen {copyLength:u32} copyoffset {copyOffset:u32}","{dataAddr:kernel-address} first {currentOffset:u64} peeked {peeked:u64} pass {passOffset:u64} peek {peekOffset:u64}datalen {dataLength:u32} copylen {copyLength:u32} copyoffset {copyOffset:u32}"],null,"sysctl net.cfil.log >= 7 (default 3), or for a flow selected by net.cfil.log_port, log_pid or log_proto with net.cfil.log_data"],' +
      '[1211,["CFIL: SERVICE PENDING-Q: data {dataAddr:pointer} datalen {dataLength:u32} passlen {passLength:u64} curlen {currentLength:u64}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0)"],' +
      '[1220,["CFIL: SERVICE INJECT-Q: <so {socketAddr:pointer}> outgoing {outgoing:u32} queue len {queueLength:u64}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0)"],' +
      '[1229,["CFIL: SERVICE INJECT-Q: <so {socketAddr:pointer}> data {dataAddr:pointer} datalen {dataLength:u32} (mbcnt {bufferBytes:u32})","CFIL: SERVICE INJECT-Q: <{connection:word}>: <so {socketAddr:pointer}> data {dataAddr:pointer} datalen {dataLength:u32} (mbcnt {bufferBytes:u32})"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0)"],' +
      '[1241,["CFIL: SERVICE INJECT-Q: <so {socketAddr:pointer}> injected {count:u32}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0)"],' +
      '[1250,["CFIL: IPHDR STRIPPING: <so {socketAddr:pointer}>: <hlen {headerLength:u32} m_len {dataLength:u32}>"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0)"],' +
      '[1259,["pass {passOffset:u64} peek {peekOffset:u64}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[1267,["pass_offset {passOffset:u64} <= cfe_pass_offset {currentPassOffset:u64}"],null,"sysctl net.cfil.log >= 6 (default 3)"],' +
      '[1275,["so {socketAddr:pointer} outgoing {outgoing:u32}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0)"],' +
      '[1283,["CFIL: <so {socketAddr:pointer}, sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>}> outgoing {outgoing:u32} cfi_pending_first {pendingFirst:u64} cfi_pending_last {pendingLast:u64}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0); before macOS 14 also net.cfil.log >= 7 (default 3)"],' +
      '[1295,["CFIL: <so {socketAddr:pointer}, sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>}>, cfi_pass_offset {passOffset:u64}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_data (default 0); before macOS 14 also net.cfil.log >= 7 (default 3)"],' +
      '[1307,["CFIL: <so {socketAddr:pointer}> total pending {pendingBytes:u64} <check_thread {checkThread:u32}>"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1318,["CFIL: VERDICT RECEIVED - STATS FLOW INSERTED: <so {socketAddr:pointer} sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>}> stats frequency {periodMs:u32} msecs"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_stats (default 0); before macOS 14 also net.cfil.log >= 7 (default 3)"],' +
      '[1329,["CFIL: VERDICT RECEIVED - STATS FLOW DELETED: <so {socketAddr:pointer} sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>}> stats frequency reset"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_stats (default 0); before macOS 14 also net.cfil.log >= 7 (default 3)"],' +
      '[1340,["CFIL: STATS COLLECTION RUNNING"],null,"sysctl net.cfil.log >= 7 (default 3); sysctl net.cfil.log_stats (default 0)"],' +
      '[1348,["CFIL: STATS: no flow"],null,"sysctl net.cfil.log >= 7 (default 3); sysctl net.cfil.log_stats (default 0)"],' +
      '[1356,["CFIL: STATS: no buffer"]],' +
      '[1363,["CFIL: STATS REPORT - so {socketAddr:pointer} no filter"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_stats (default 0)"],' +
      '[1371,["CFIL: STATS REPORT - elapsed time - ts {lastSeconds:u64} {lastMicroseconds:u64} cur ts {nowSeconds:u64} {nowMicroseconds:u64} diff {elapsedSeconds:u64} {elapsedMicroseconds:u64}(usecs {elapsedUs:u64}) @freq {periodUs:u64} usecs sockID {filterSockId:u64}{? <{filterSockIdHex:pointer}>}","CFIL: STATS REPORT - elapsed time - ts {lastSeconds:u64} {lastMicroseconds:u64} cur ts {nowSeconds:u64} {nowMicroseconds:u64} diff {elapsedSeconds:u64} {elapsedMicroseconds:u64} (usecs {elapsedUs:u64}) @freq {periodUs:u64} usecs sockID {filterSockId:u64}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_stats (default 0); before macOS 14 also net.cfil.log >= 7 (default 3)"],' +
      '[1384,["CFIL: STATS REPORT - {direction:filter-direction} {bytes:bytes} reported {reportedBytes:bytes}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_stats (default 0)"],' +
      '[1395,["<CFIL: STATS COLLECTED>: {filterFlow:filtered-flow}","<CFIL: LIFECYCLE: STATS COLLECTED>: {filterFlow:filtered-flow}"],null,"flow selected by sysctl net.cfil.log_port, log_pid or log_proto (default none); sysctl net.cfil.log_stats (default 0)"],' +
      '[1408,["CFIL: STATS reporting for {count:u32} flows"],null,"sysctl net.cfil.log >= 7 (default 3); sysctl net.cfil.log_stats (default 0)"],' +
      '[1416,["STATS (kcunit {unit:u32}): msg size {messageBytes:u64} - {headerBytes:u64} {recordBytes:u64} {count:u64}"],null,"sysctl net.cfil.log >= 7 (default 3); sysctl net.cfil.log_stats (default 0)"],' +
      '[1425,["CFIL: STATS REPORT:send msg to {unit:u32}","CFIL: STATS REPORT: send msg to {unit:u32}"],null,"sysctl net.cfil.log >= 7 (default 3); sysctl net.cfil.log_stats (default 0)"],' +
      '[1435,["CFIL: STATS COLLECTION SLEEP"],null,"sysctl net.cfil.log >= 7 (default 3); sysctl net.cfil.log_stats (default 0)"],' +
      '[1445,["CFIL: FILTER SHOW: Filter <unit {unit:u32}, entry count {flows:u32}> flags <{filterFlags:hex}>:"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1453,["CFIL: FILTER SHOW:-{state:filter-state}","CFIL: FILTER SHOW: - {state:filter-state}"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1463,["<CFIL: FILTER SHOW:-{state:filtered-flow-state}>: {filterFlow:filtered-flow}","<CFIL: FILTER SHOW: - {state:filtered-flow-state}>: {filterFlow:filtered-flow}"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1476,["CFIL: FILTER SHOW:Filter - total entries shown: {count:u32}","CFIL: FILTER SHOW: Filter - total entries shown: {count:u32}"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1486,["CFIL: INFO SHOW:count {count:u32}","CFIL: INFO SHOW: count {count:u32}"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1496,["<CFIL: INFO SHOW>: {filterFlow:filtered-flow}"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1506,["CFIL: INFO FLAG - {flag:filtered-flow-flag}"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1514,["CFIL: INFO SHOW:total cfil_info shown: {count:u32}","CFIL: INFO SHOW: total cfil_info shown: {count:u32}"],null,"sysctl net.cfil.log >= 7 (default 3)"],' +
      '[1526,["<{note:label}>: {filterFlow:filtered-flow}"]]' +
      ']'},
    {"name":"kernel.flow-divert","title":"Kernel flow divert: hands a socket's bytes to a proxy provider","at":"grammars/kernel/flow-divert.grammar:3","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"({flow:flow-pcb}): ","names":"created implicit-connect connecting connect-deferred connect-sent connect-result connect-result-delivered moving skipped-all no-more-units same-unit unit-missing move-failed move-no-groups close-sent close-received closing cannot-send-more removed-from-group detaching destroying no-provider app-matched app-not-matched app-from-token app-process-found app-process-search app-process-not-found app-process-ambiguous app-signature-invalid app-identity-missing app-signing-id-failed app-cdhash-failed app-cdhash-missing app-audit-token-failed app-process-gone app-source-failed host-name-failed no-valid-group group-missing group-unavailable group-unavailable-external group-unavailable-in-process group-unavailable-dropping group-unit-invalid group-pid-mismatch group-defunct hash-collision hash-failed insert-failed allocation-failed cellular-denied expensive-denied constrained-denied no-local-ipv4 no-local-ipv6 no-local-address target-invalid target-family-unsupported target-missing target-not-valid target-copy-failed target-from-filter filter-attach-failed connect-copy-failed result-without-unit result-without-local result-without-remote result-without-interface result-without-data result-data result-data-copy-failed result-data-allocation-failed result-error-missing result-window-missing result-unit-invalid result-late result-unexpected result-acknowledge-failed scope-failed scope-address-failed app-wrote buffered-sent datagram-copying write-refused datagram-dropped datagram-waiting data-send-failed stream-buffer-failed datagram-buffer-failed data-packet-failed data-target-failed data-fragment-failed data-size-failed data-copy-failed data-split-failed send-buffer-missing datagram-empty data-received window-opened receive-buffer-full app-read window-announced data-after-app-close data-append-failed data-late window-late close-late remote-invalid remote-copy-failed socket-type-unsupported close-error-missing close-how-missing window-count-missing native-connect-failed native-tcp-send-failed native-udp-send-failed native-copy-failed native-remote-missing native-datagram-empty native-header-missing group-order group-disconnecting group-destroying unknown-flow group-setup-skipped group-unit-mismatch group-key-size-missing group-key-size-invalid group-key-missing group-blocked group-retrying group-queue-not-empty flow-states-start-failed flow-states-add-failed app-map app-map-empty app-map-full app-map-overflow app-map-limits app-map-too-big app-map-allocation-failed app-map-count-invalid app-map-entry-invalid token-group-missing token-hmac-mismatch token-hmac-failed token-unsigned token-unavailable token-key-unit-missing token-unit-missing token-unit-invalid token-aggregate-missing token-flow-missing token-flow-attached token-flow-transferred properties-update properties-without-interface properties-without-data properties-without-local properties-without-remote properties-late properties-data-copy-failed properties-data-allocation-failed packet-header-allocation-failed packet-header-write-failed packet-type-append-failed packet-length-append-failed packet-value-append-failed packet-field-too-long packet-too-short packet-too-long packet-header-unreadable packet-type-unknown close-packet-failed close-error-append-failed close-how-append-failed window-packet-failed window-count-append-failed properties-packet-failed properties-class-append-failed register-failed lock-setup-failed","messages":
      '[' +
      '[11,["Created"],"info"],' +
      '[19,["implicit connect"],"info"],' +
      '[27,["Connecting"],"info"],' +
      '[35,["Delaying sending the connect packet until send or receive"],"info"],' +
      '[44,["Sending saved connect packet","Pre-connect read: sending saved connect packet"],"info"],' +
      '[55,["received connect result {error:errno}"],"info"],' +
      '[63,["sending connect result"],"info"],' +
      '[71,["Moving from {from:u32} to {to:u32}"]],' +
      '[79,["Skipped all flow divert services, disabling flow divert"]],' +
      '[87,["No more valid control units, disabling flow divert"]],' +
      '[95,["Next control unit is the same as the current control unit, disabling flow divert"]],' +
      '[104,["Group for control unit {unit:u32} does not exist"]],' +
      '[112,["Failed to send the connect packet to {unit:u32}, disabling flow divert"]],' +
      '[120,["No active groups, disabling flow divert"]],' +
      '[127,["sending close, how = {how:shutdown-how}"],"info"],' +
      '[135,["close received, how = {how:shutdown-how}"],"info"],' +
      '[143,["Closing"],"info"],' +
      '[151,["Can\'t send more"],"info"],' +
      '[159,["Removing from group {unit:u32}, ref count = {refCount:i32}"],"info"],' +
      '[167,["Detaching, ref count = {refCount:i32}"],"info"],' +
      '[175,["Destroying, app tx {appTx:u64}, tunnel tx {tunnelTx:u64}, tunnel rx {tunnelRx:u64}","Destroying, app tx {appTx:u64}, app rx {appRx:u64}, tunnel tx {tunnelTx:u64}, tunnel rx {tunnelRx:u64}"],"info"],' +
      '[186,["no provider, cannot send packet"],"error"],' +
      '[197,["{app:label} matched"],"info"],' +
      '[205,["{app:label} did not match"]],' +
      '[212,["Got {app:label} from token"],"info"],' +
      '[220,["Found process {pid:pid} with signing identifier {app:label}"],"info"],' +
      '[229,["Looking for process with UUID {executable:uuid}"],"info"],' +
      '[238,["Failed to find a process with UUID {executable:uuid}"]],' +
      '[246,["Found multiple processes with UUID {executable:uuid} with different signing identifiers"]],' +
      '[254,["Signature of proc is invalid","Signature is invalid"],"error"],' +
      '[264,["Failed to get the code signing identity","Failed to determine the current proc"]],' +
      '[273,["failed to append the signing ID: {error:errno}"],"error"],' +
      '[281,["failed to append the cdhash: {error:errno}"],"error"],' +
      '[289,["failed to get the cdhash","failed to get the cdhash: {error:errno}"],"error"],' +
      '[299,["failed to append app audit token: {error:errno}","failed to retrieve app audit token: {error:errno}"],"error"],' +
      '[309,["failed to find the real proc record for {pid:pid}"],"error"],' +
      '[317,["Failed to add source proc info: {error:errno}"],"error"],' +
      '[325,["Failed to append {host:label}: {error:errno}"],"error"],' +
      '[335,["No valid group is available, cannot init flow divert"],"error"],' +
      '[344,["Group for control unit {unit:u32} is NULL, flow divert cannot be used for this socket","Group for control unit {unit:u32} not found, flow divert cannot be used for this socket"],"error"],' +
      '[356,["No active groups, flow divert cannot be used for this socket"],"error"],' +
      '[364,["No active non-in-process groups, flow divert cannot be used for this socket"],"error"],' +
      '[372,["No active in-process groups, flow divert cannot be used for this socket"],"error"],' +
      '[380,["No active groups, dropping connection"],"error"],' +
      '[388,["Cannot lookup group with invalid control unit ({unit:u32})"],"error"],' +
      '[396,["Cannot access group for control unit {unit:u32}, mismatched PID ({groupPid:pid} != {socketPid:pid})"],"error"],' +
      '[405,["Group {unit:u32} is defunct, cannot insert"],"error"],' +
      '[414,["Group {unit:u32} already contains a PCB with hash {hash:u32}"],"error"],' +
      '[422,["Failed to create a unique hash"],"error"],' +
      '[430,["pcb insert failed: {error:errno}"],"error"],' +
      '[437,["failed to allocate a pcb"],"error"],' +
      '[447,["Cellular is denied"],"error"],' +
      '[455,["Expensive is denied"],"error"],' +
      '[463,["Constrained is denied"],"error"],' +
      '[471,["failed to get a local IPv4 address: {error:errno}"]],' +
      '[478,["failed to get a local IPv6 address: {error:errno}"]],' +
      '[485,["failed to get the local socket address."],"error"],' +
      '[493,["Invalid target address, family = {family:address-family}, length = {length:u32}"],"error"],' +
      '[500,["target address has an unsupported family: {family:address-family}"]],' +
      '[507,["No destination address available when creating connect packet"],"error"],' +
      '[515,["Destination address is not valid when creating connect packet"],"error"],' +
      '[523,["Failed to dup the remote endpoint"],"error"],' +
      '[531,["Using remote address from CFIL saved state: {pointer:hex}"],"info"],' +
      '[539,["Failed to attach cfil: {error:errno}"],"error"],' +
      '[547,["Failed to copy the connect packet"],"error"],' +
      '[557,["No control unit provided in the connect result"],"info"],' +
      '[565,["No local address provided"],"info"],' +
      '[572,["No remote address provided"],"info"],' +
      '[579,["No output if index provided"],"info"],' +
      '[586,["No application data provided in connect result"],"info"],' +
      '[594,["Got {bytes:bytes} bytes of app data from the connect result"],"info"],' +
      '[602,["Failed to copy {bytes:bytes} bytes of application data from the connect result packet"],"error"],' +
      '[611,["Failed to allocate a buffer of size {bytes:bytes} to hold the application data from the connect result"],"error"],' +
      '[620,["failed to get the connect result: {error:errno}"],"error"],' +
      '[627,["failed to get the send window: {error:errno}"],"error"],' +
      '[634,["Connect result contains an invalid control unit: {unit:u32}"],"error"],' +
      '[641,["socket is not attached any more, ignoring connect result"]],' +
      '[648,["TCP socket is not in the connecting state, ignoring connect result"],"error"],' +
      '[656,["failed to create a connect result packet: {error:errno}"],"error"],' +
      '[663,["failed to scope to {interfaceIndex:u32} because inp_bindif returned {error:errno}"],"error"],' +
      '[672,["failed to derive a new local address from {interfaceIndex:u32} because in_pcbladdr returned {error:errno}"]],' +
      '[682,["app wrote {bytes:bytes} bytes"],"debug"],' +
      '[689,["sent {bytes:bytes} bytes of buffered data"],"debug"],' +
      '[696,["mbuf_copym() data_len = {bytes:bytes}"],"debug"],' +
      '[704,["provider is no longer accepting writes, cannot send data"],"info"],' +
      '[712,["flow_divert_send_datagram_packet failed with error {error:errno}, send data size = {bytes:bytes}, dropping the datagram"],"error"],' +
      '[721,["flow_divert_send_datagram_packet failed with error {error:errno}, send data size = {bytes:bytes}","flow_divert_send_datagram_packet failed. send data size = {bytes:bytes}"]],' +
      '[731,["flow_divert_send_data_packet failed. send data size = {bytes:bytes}"],"error"],' +
      '[739,["sbappendstream failed with pkt_data, send buffer size = {bufferSize:bytes}, send_window = {window:bytes}","sbappendstream failed with remaining_data, send buffer size = {bufferSize:bytes}, send_window = {window:bytes}"],"error"],' +
      '[750,["sbappendaddr failed. send buffer size = {bufferSize:bytes}, send_window = {window:bytes}, error = {error:errno}","sbappendrecord failed. send buffer size = {bufferSize:bytes}, send_window = {window:bytes}, error = {error:errno}","sbappendrecord failed. send buffer size = {bufferSize:bytes}, send_window = {window:bytes}"],"error"],' +
      '[764,["flow_divert_packet_init failed: {error:errno}"],"error"],' +
      '[771,["flow_divert_append_target_endpoint_tlv() failed: {error:errno}"],"error"],' +
      '[779,["flow_divert_packet_append_tlv(FLOW_DIVERT_TLV_IS_FRAGMENT) failed: {error:errno}"],"error"],' +
      '[788,["flow_divert_packet_append_tlv(FLOW_DIVERT_TLV_DATAGRAM_SIZE) failed: {error:errno}"],"error"],' +
      '[797,["mbuf_copym failed: {error:errno}"],"error"],' +
      '[804,["mbuf_split failed: {error:errno}"],"error"],' +
      '[811,["Send buffer is NULL, but size is supposed to be {bytes:bytes}"],"error"],' +
      '[818,["failed to find type MT_DATA in the mbuf chain."],"error"],' +
      '[828,["received {bytes:bytes} bytes of data"],"debug"],' +
      '[835,["received a read notification for {bytes:bytes} bytes"],"debug"],' +
      '[842,["Receive buffer is full, will send read notification when app reads some data"],"info"],' +
      '[850,["app read bytes, space = {space:i32}","app read {bytes:bytes} bytes"],"debug"],' +
      '[859,["Sent a read notification"],"info"],' +
      '[867,["app cannot receive any more data, dropping {bytes:bytes} bytes of data"]],' +
      '[874,["failed to append {bytes:bytes} bytes of data: {error:errno}","received data, but appendstream failed","received data, but sbappendaddr failed"],"error"],' +
      '[885,["socket is not attached any more, ignoring inbound data"]],' +
      '[892,["socket is not attached any more, ignoring read notification"]],' +
      '[899,["socket is not attached any more, ignoring close from provider"]],' +
      '[906,["Remote address is invalid"],"info"],' +
      '[914,["failed to dup the socket address."],"error"],' +
      '[922,["socket has an unsupported type: {socketType:socket-type}"],"error"],' +
      '[930,["failed to get the close error: {error:errno}"],"error"],' +
      '[937,["failed to get the close how flag: {error:errno}"],"error"],' +
      '[944,["failed to get the read count: {error:errno}"],"error"],' +
      '[953,["Failed to connect using the socket\'s original protocol: {error:errno}"],"error"],' +
      '[961,["Failed to send queued TCP data using the socket\'s original protocol: {error:errno}","Failed to send queued data using the socket\'s original protocol: {error:errno}"],"error"],' +
      '[972,["Failed to send queued UDP data using the socket\'s original protocol: {error:errno}"],"error"],' +
      '[981,["Failed to copy the mbuf chain in the socket\'s send buffer"],"error"],' +
      '[989,["Failed to get the remote address from the buffer"]],' +
      '[996,["Buffered record does not contain any data"],"error"],' +
      '[1004,["Buffered data does not have a packet header"],"error"],' +
      '[1014,["group {unit:u32} order is {order:u32}"],"info"],' +
      '[1022,["disconnecting group {unit:u32}"],"info"],' +
      '[1030,["Destroying group {unit:u32}"]],' +
      '[1037,["got a {packet:label} message from group {unit:u32} for an unknown pcb: {unknown:u32}"]],' +
      '[1044,["Skipping (re)initialization of defunct group {unit:u32}"],"error"],' +
      '[1052,["Flow divert connect fail, unit mismatch {unit:u32} != {assignedUnit:u32}"],"error"],' +
      '[1060,["failed to get the key size: {error:errno}"],"error"],' +
      '[1067,["Invalid key size: {keySize:u32}"],"error"],' +
      '[1075,["failed to get the token key: {error:errno}"],"error"],' +
      '[1082,["flow_divert_send_packet: ctl_enqueuembuf returned an error: {error:errno}","flow_divert_kctl_rcvd: ctl_enqueuembuf returned an error: {error:errno}","flow_divert_handle_flow_states_request: ctl_enqueuembuf returned an error: {error:errno}","ctl_enqueuembuf returned an error: {error:errno}"]],' +
      '[1094,["trying ctl_enqueuembuf again"],"debug"],' +
      '[1101,["flow_divert_handle_flow_states_request: group send queue is not empty"]],' +
      '[1108,["flow_divert_packet_init failed: {error:errno}, cannot send flow states"],"error"],' +
      '[1116,["Failed to add a flow state: {error:errno}"],"error"],' +
      '[1126,["Nodes count = {nodes:u64}, child maps count = {maps:u64}, bytes_count = {bytes:bytes}"],"info"],' +
      '[1133,["No signing identifiers"]],' +
      '[1140,["Ran out of trie nodes while splitting an existing node","Ran out of child maps while splitting an existing node","Ran out of trie nodes while inserting a new leaf","Ran out of bytes while inserting a new leaf","Ran out of child maps while inserting a new leaf","No place to put signing ID for insertion"],"error"],' +
      '[1157,["Overflow while incrementing number of bytes","Overflow while computing the number of nodes","Overflow while computing the number of maps","Overflow while computing trie memory sizes"],"error"],' +
      '[1171,["Invalid bytes count ({bytes:bytes}), nodes count ({nodes:u64}) or maps count ({maps:u64})"]],' +
      '[1179,["Trie memory size ({bytes:bytes}) is too big (maximum is {maximum:bytes})"],"error"],' +
      '[1187,["Failed to allocate {bytes:bytes} bytes of memory for the signing ID trie"],"error"],' +
      '[1194,["Invalid prefix count ({count:i32}) or an error occurred while reading the prefix count: {error:errno}"],"error"],' +
      '[1203,["Failed to get the length of the signing identifier at offset {offset:i32}: {error:errno}","Failed to get the length of the signing identifier at offset {offset:i32} while building: {error:errno}","Failed to read the signing identifier at offset {offset:i32}: {error:errno}"],"error"],' +
      '[1218,["Failed to lookup group for control unit {unit:u32}"],"error"],' +
      '[1226,["HMAC in token does not match computed HMAC"]],' +
      '[1232,["HMAC verification failed: {error:errno}","HMAC verfication failed: {error:errno}"],"error"],' +
      '[1241,["Token contains a signing identifier and HMAC is missing"],"error"],' +
      '[1249,["flow_divert_init failed ({error:errno}), cannot use flow divert"],"error"],' +
      '[1256,["Failed to get the key unit from the token: {error:errno}"],"error"],' +
      '[1263,["Failed to get the control socket unit from the token: {error:errno}"],"error"],' +
      '[1270,["Got an invalid control socket unit: {unit:u32}"],"error"],' +
      '[1278,["Failed to get the aggregate unit from the token: {error:errno}"],"error"],' +
      '[1286,["Failed to get the flow ID from the token: {error:errno}"],"error"],' +
      '[1294,["Attaching socket to flow {target:u32}"],"info"],' +
      '[1302,["fully transferred"],"info"],' +
      '[1312,["received a properties update"],"info"],' +
      '[1319,["No output if index provided in properties update"],"info"],' +
      '[1327,["No application data provided in properties update"],"info"],' +
      '[1335,["No local address provided in properties update"],"info"],' +
      '[1343,["No remote address provided in properties update"],"info"],' +
      '[1351,["socket is not attached any more, ignoring properties update"]],' +
      '[1358,["Failed to copy {bytes:bytes} bytes of application data from the properties update packet"],"error"],' +
      '[1367,["Failed to allocate a buffer of size {bytes:bytes} to hold the application data from the properties update"],"error"],' +
      '[1378,["failed to allocate the header mbuf: {error:errno}"],"error"],' +
      '[1385,["mbuf_copyback(hdr) failed: {error:errno}"],"error"],' +
      '[1392,["failed to append the type ({tlvType:flow-divert-tlv})"],"error"],' +
      '[1399,["failed to append the length ({length:u32})"],"error"],' +
      '[1407,["failed to append the value"],"error"],' +
      '[1414,["Length of {tlvType:flow-divert-tlv} TLV ({length:u32}) is larger than remaining packet data ({remaining:u64})"],"error"],' +
      '[1423,["got a bad packet, length ({length:u64}) < sizeof hdr ({headerLength:u64})"],"error"],' +
      '[1430,["got a bad packet, length ({length:u64}) > {maximum:u64}"],"error"],' +
      '[1438,["mbuf_copydata failed for the header: {error:errno}"],"error"],' +
      '[1445,["got an unknown message type: {packetType:i32}"]],' +
      '[1451,["failed to create a close packet: {error:errno}"],"error"],' +
      '[1458,["failed to add the error code TLV: {error:errno}"],"error"],' +
      '[1465,["failed to add the how flag: {error:errno}"],"error"],' +
      '[1472,["failed to create a read notification packet: {error:errno}"],"error"],' +
      '[1479,["failed to add the read count: {error:errno}"],"error"],' +
      '[1487,["failed to create a properties update packet: {error:errno}"],"error"],' +
      '[1494,["failed to add the traffic class: {error:errno}"],"error"],' +
      '[1503,["flow_divert_kctl_init - ctl_register failed: {error:errno}"],"error"],' +
      '[1510,["lck_grp_attr_alloc_init failed","lck_grp_alloc_init failed","lck_attr_alloc_init failed"],"error"]' +
      ']'},
    {"name":"kernel.interface","title":"Kernel interfaces: which interface a tunnel goes out by","at":"grammars/kernel/interface.grammar:1","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"{interface:word}: ","names":"delegating no-longer-delegating delegating-loop","messages":
      '[' +
      '[7,["is now delegating {delegate:word} (type {type:hex}, family {family:u32}, sub-family {subFamily:u32})","is now delegating {delegate:word}"]],' +
      '[16,["is no longer delegating {delegate:word}"]],' +
      '[22,["delegating to {delegate:word} would cause a loop"]]' +
      ']'},
    {"name":"kernel.utun","title":"Kernel tunnel interfaces: creation that fails, packets that do not get through","at":"grammars/kernel/interface.grammar:29","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"names":"attach-failed created allocate-failed stack-attach-failed flow-switch-failed flow-switch-missing protocol-attach-failed registration-failed provider-not-reading packet-not-delivered unknown-ip-version packet-copy-failed empty-packet packet-buffer-missing bad-packet-length pause-failed resume-failed queue-length-unknown queue-length-unknown-after-read framing-failed app-uuid-missing packet-too-short packet-too-long detach-failed address-removal-failed address-list-failed cleanup-failed","messages":
      '[' +
      '[34,["utun_nexus_ifattach alloc_net_provider_instance failed, {error:errno}","ipsec_nexus_ifattach alloc_net_provider_instance failed, {error:errno}","utun_ctl_connect - utun_nexus_ifattach failed: {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:8",["utun_ctl_connect: creating interface {interface:word} (id {interfaceId:label})"]],' +
      '["grammars/kernel/utun.grammar:15",["utun_ctl_connect - ifnet_allocate failed: {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:24",["utun_ctl_connect - ifnet_attach failed: {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:33",["utun_ctl_connect - utun_flowswitch_attach failed: {error:errno}","utun_ctl_connect - utun_multistack_attach failed: {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:44",["utun_flowswitch_attach - flowswitch is NULL","utun_flowswitch_attach - unable to find flowswitch nexus","utun_multistack_attach - fsw_ms_context is NULL","utun_multistack_attach - flowswitch is NULL","utun_multistack_attach - unable to find multistack nexus"],"error"],' +
      '["grammars/kernel/utun.grammar:61",["utun_attach_inet - ifnet_attach_protocol {protocol:u32} failed: {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:69",["utun_register_control - ctl_register failed: {error:errno}","utun_register_control - proto_register_plumber({protocol:word}, {interfaceFamily:word}) failed: {error:errno}","utun_register_control - mbuf_tag_id_find_internal failed: {error:errno}","utun_register_control - zinit(utun_pcb) failed"],"error"],' +
      '["grammars/kernel/utun.grammar:87",["utun_output - ctl_enqueuembuf failed: {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:96",["utun_netif_sync_tx {interface:word} - utun_output error {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:105",["utun_netif_sync_tx {interface:word}: unknown ip version {ipVersion:u32} vhl {firstByte:u32} tx_offset {offset:u32} len {length:u32} header_size {headerSize:u64}","utun_kpipe_sync_rx {interface:word}: unknown ip version {ipVersion:u32} vhl {firstByte:u32} header_size {headerSize:u64}"],"error"],' +
      '["grammars/kernel/utun.grammar:118",["utun_netif_sync_tx {interface:word} - mbuf_copyback({length:u64}) error {error:errno}","utun_netif_sync_tx {interface:word} - mbuf_gethdr error {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:129",["utun_netif_sync_tx {interface:word} - 0 length packet"],"error"],' +
      '["grammars/kernel/utun.grammar:138",["utun_kpipe_sync_rx {interface:word}: failed to allocate packet"],"error"],' +
      '["grammars/kernel/utun.grammar:147",["utun_kpipe_sync_rx {interface:word}: invalid length {length:u64} header_size {headerSize:u64}"],"error"],' +
      '["grammars/kernel/utun.grammar:156",["utun_netif_tx_doorbell: ifnet_disable_output returned error {error:errno}","utun_start: ifnet_disable_output returned error {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:167",["utun_kpipe_sync_rx: ifnet_enable_output returned error {error:errno}","utun_ctl_rcvd: ifnet_enable_output returned error {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:178",["utun_start: ctl_getenqueuepacketcount returned error {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:187",["utun_ctl_rcvd: ctl_getenqueuepacketcount returned error {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:196",["utun_framer - ifnet_output prepend failed"],"error"],' +
      '["grammars/kernel/utun.grammar:205",["Received app uuid error {error:errno} for {interface:word}","Cannot set proc uuid for {interface:word}, size {length:i32} < {headerSize:u64}"],"error"],' +
      '["grammars/kernel/utun.grammar:217",["utun_netif_sync_rx {interface:word}: legacy packet length too short for header {length:u64} < {headerSize:u64}","utun_netif_sync_rx {interface:word}: packet length too short for header {length:u32} < {headerSize:u64}"],"error"],' +
      '["grammars/kernel/utun.grammar:228",["utun_netif_sync_rx {interface:word}: legacy packet length {length:u64} > {limit:u32}"],"error"],' +
      '["grammars/kernel/utun.grammar:239",["utun_ctl_disconnect - ifnet_detach failed: {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:248",["utun_remove_address - ifaddr_address failed: {error:errno}","utun_remove_address - ifaddr_address failed (v6): {error:errno}","utun_remove_address - SIOCDIFADDR failed: {error:errno}","utun_remove_address - SIOCDIFADDR_IN6 failed: {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:263",["fnet_get_address_list_family({interface:word}, 0xblah, {protocol:word}) - failed: {error:errno}"],"error"],' +
      '["grammars/kernel/utun.grammar:273",["utun_cleanup_family - failed to create {protocol:word} socket: {error:errno}","utun_cleanup_family - utun_detach_ip failed: {error:errno}","utun_cleanup_family - invalid protocol family {protocol:i32}"],"error"]' +
      ']'},
    {"name":"kernel.ipsec","title":"Kernel IPsec interfaces: the tunnels of IKEv2 and personal VPN","at":"grammars/kernel/ipsec.grammar:7","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"names":"created attach-failed allocate-failed stack-attach-failed flow-switch-failed flow-switch-missing channel-without-interface protocol-attach-failed registration-failed fragment-size-set policy-drop encryption-failed output-failed packet-not-encrypted nothing-to-send malformed-packet unknown-ip-version headers-not-split packet-copy-failed empty-packet packet-buffer-missing bad-packet-length encrypted-packet-too-long pause-failed resume-failed wake-packet input-too-short input-unknown-ip-version input-bad-length input-too-long fragmenting-failed input-copy-failed input-rejected datapath-stopped detaching detach-failed address-removal-failed cleanup-failed","messages":
      '[' +
      '[14,["ipsec_ctl_connect: creating interface {interface:word} (id {interfaceId:label})"]],' +
      '[21,["ipsec_ctl_connect - ipsec_nexus_ifattach failed: {error:errno}"],"error"],' +
      '[30,["ipsec_ctl_connect - ifnet_allocate failed: {error:errno}"],"error"],' +
      '[39,["ipsec_ctl_connect - ifnet_attach failed: {error:errno}"],"error"],' +
      '[48,["ipsec_ctl_connect - ipsec_flowswitch_attach failed: {error:errno}","ipsec_ctl_connect - ipsec_multistack_attach failed: {error:errno}"],"error"],' +
      '[59,["ipsec_flowswitch_attach - flowswitch is NULL","ipsec_flowswitch_attach - unable to find flowswitch nexus","ipsec_multistack_attach - fsw_ms_context is NULL","ipsec_multistack_attach - flowswitch is NULL","ipsec_multistack_attach - unable to find multistack nexus"],"error"],' +
      '[76,["ipsec_ctl_connect - kpipe requires netif: failed {error:errno}"],"error"],' +
      '[84,["ipsec_attach_inet - ifnet_attach_protocol {protocol:u32} failed: {error:errno}"],"error"],' +
      '[92,["ipsec_register_control - ctl_register failed: {error:errno}","ipsec_register_control - proto_register_plumber({protocol:word}, {interfaceFamily:word}) failed: {error:errno}","ipsec_register_control - mbuf_tag_id_find_internal failed: {error:errno}","ipsec_register_control - zinit(ipsec_pcb) failed"],"error"],' +
      '[108,["SET FRAG SIZE TO {size:u32}"]],' +
      '[117,["ipsec_netif_sync_tx {interface:word} - failed policy check"],"error"],' +
      '[126,["ipsec_output: ipsec{ipVersion:u32}_output error {error:errno}{?.}","ipsec_encrypt_mbuf: ipsec{ipVersion:u32}_output error {error:errno}","ipsec{ipVersion:u32} interface kpipe output error {error:errno}"],"error"],' +
      '[140,["ipsec_netif_sync_tx {interface:word} - ipsec_output error {error:errno}"],"error"],' +
      '[149,["ipsec_kpipe_sync_rx {interface:word}: failed to encrypt packet"],"info"],' +
      '[157,["ipsec_netif_sync_tx {interface:word}: no encrypted packet to send","ipsec_kpipe_sync_rx {interface:word}: no encrypted packet to send"],"error"],' +
      '[168,["ipsec_output: first mbuf length shorter than IP header length: {length:i32}.","ipsec_output: first mbuf length shorter than IPv6 header length: {length:i32}.","ipsec_output: Bad ip header length {length:i32}.","ipsec encrypt kpipe pkt: source buffer shorter than ip header, {length:u32}"],"error"],' +
      '[182,["ipsec_output: Received unknown packet version {ipVersion:i32}.","ipsec_encrypt_mbuf: Received unknown packet version {ipVersion:i32}","received unknown packet version: {ipVersion:i32}"],"error"],' +
      '[195,["ipsec_output: ipsec6_splithdr returned NULL","ipsec_encrypt_mbuf: ipsec6_splithdr returned NULL"],"error"],' +
      '[206,["ipsec_netif_sync_tx {interface:word} - mbuf_copyback({length:u64}) error {error:errno}","ipsec_netif_sync_tx {interface:word} - mbuf_gethdr error {error:errno}","ipsec_kpipe_sync_rx {interface:word} - mbuf_copyback({length:u64}) error {error:errno}","ipsec_kpipe_sync_rx {interface:word} - mbuf_gethdr error {error:errno}"],"error"],' +
      '[221,["ipsec_netif_sync_tx {interface:word} - 0 length packet","ipsec_kpipe_sync_rx {interface:word} - 0 length packet"],"error"],' +
      '[232,["ipsec_kpipe_sync_rx {interface:word}: failed to allocate packet"],"info"],' +
      '[242,["ipsec_kpipe_sync_rx {interface:word}: packet length {length:u64}"],"info"],' +
      '[250,["ipsec_kpipe_sync_rx {interface:word}: encrypted packet length {length:u64} > {limit:u32}"],"error"],' +
      '[259,["ipsec_netif_tx_doorbell: ifnet_disable_output returned error {error:errno}"],"error"],' +
      '[268,["ipsec_kpipe_sync_rx: ifnet_enable_output returned error {error:errno}"],"error"],' +
      '[279,["ipsec_transform_kpipe_pkt_to_netif_pkt {interface:word}: wake packet flag is set","ipsec_netif_sync_rx {interface:word}: wake packet flag is set"],"info"],' +
      '[289,["ipsec_netif_sync_rx {interface:word}: legacy decrypted packet length cannot hold IP {length:u64} < {needed:u64}","ipsec_netif_sync_rx {interface:word}: IPv4 packet length too short ({length:u64} < {needed:u32})","ipsec_netif_sync_rx {interface:word}: IPv6 packet length too short ({length:u64} < {needed:u64})","ipsec_netif_sync_rx {interface:word}: IPv6 packet length too short for header {length:u64}"],"error"],' +
      '[304,["ipsec_netif_sync_rx {interface:word}: legacy unknown ip version {ipVersion:u32}","ipsec_netif_sync_rx {interface:word}: unknown ip version {ipVersion:u32}"],"error"],' +
      '[315,["ipsec_netif_sync_rx {interface:word} - bad packet length {length:u64}"],"error"],' +
      '[324,["ipsec_netif_sync_rx {interface:word}: uknown legacy decrypted packet length {length:u64} > {limit:u32}","ipsec_netif_sync_rx {interface:word}: decrypted packet length {length:u64} > {limit:u32}"],"error"],' +
      '[335,["ipsec_netif_sync_rx {interface:word}: failed to fragment IPv{ipVersion:u32} packet of length {length:u64} ({error:errno})","ipsec_netif_sync_rx {interface:word}: failed to fragment IPv6 packet of length {length:u64} < {needed:u64}"],"error"],' +
      '[347,["ipsec_netif_sync_rx {interface:word} - mbuf_copyback({length:u64}) error {error:errno}","ipsec_netif_sync_rx {interface:word} - mbuf_gethdr error {error:errno}"],"error"],' +
      '[358,["ipsec_transform_kpipe_pkt_to_netif_pkt {interface:word}: kpipe buffer length {length:u32} > pcb ipsec slot size {limit:u32}","ipsec_transform_kpipe_pkt_to_netif_pkt {interface:word} - bad packet length {length:u32}","ipsec_transform_kpipe_pkt_to_netif_pkt {interface:word} - bad ip version {ipVersion:u32}","ipsec_transform_kpipe_pkt_to_netif_pkt {interface:word} - netif buffer length {limit:u32} too short"],"info"],' +
      '[375,["{function:ipsec-function}: data path stopped for {interface:word}"],"error"],' +
      '[383,["ipsec_ctl_disconnect: detaching interface {interface:word} (id {interfaceId:label})"],null,"sysctl net.ipsec.debug (default 0)"],' +
      '[391,["ipsec_ctl_disconnect - ifnet_detach failed: {error:errno}"],"error"],' +
      '[400,["ipsec_remove_address - ifaddr_address failed: {error:errno}","ipsec_remove_address - ifaddr_address failed (v6): {error:errno}","ipsec_remove_address - SIOCDIFADDR failed: {error:errno}","ipsec_remove_address - SIOCDIFADDR_IN6 failed: {error:errno}"],"error"],' +
      '[415,["ipsec_cleanup_family - failed to create {protocol:word} socket: {error:errno}","ipsec_cleanup_family - ipsec_detach_ip failed: {error:errno}","ipsec_cleanup_family - invalid protocol family {protocol:i32}"],"error"]' +
      ']'},
    {"name":"kernel.ipsec-channel","title":"Kernel IPsec interfaces: their packet channel","at":"grammars/kernel/ipsec.grammar:429","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:word}: {interface:word} ","names":"creation-options wmm-enabled channels-failed channel-setup-failed registration-failed channel-unknown queue-full queue-missing refill-failed","messages":
      '[' +
      '[435,["use_netif {usesChannel:i32} kpipe_count {channels:i32} slot_size {slotSize:u32} ring_size {ringSize:u32} kpipe_tx_ring_size {txRingSize:u32} kpipe_rx_ring_size {rxRingSize:u32}"],null,"sysctl net.ipsec.debug (default 0)"],' +
      '[444,["enabling wmm mode"]],' +
      '[451,["failed to enable channels"],"error"],' +
      '[459,["pbufbool create failed, error {error:errno}"],"error"],' +
      '[468,["failed to register kernel pipe nexus"],"error"],' +
      '[475,["cannot find channel {channel:uuid}"],"error"],' +
      '[484,["ring {ring:label} index {ringIndex:i32} no room in rx_ring"],"error"],' +
      '[492,["ring {ring:label} index {ringIndex:i32} bad netif_txring {place:u32}"],"error"],' +
      '[499,["ring {ring:label} tx refill failed {error:errno}"],"error"]' +
      ']'},
    {"name":"kernel.ipsec-option","title":"Kernel IPsec interfaces: options that the VPN sets","at":"grammars/kernel/ipsec.grammar:509","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:word}{?:} ","names":"delegate-set traffic-class-set dscp-mapping-set slot-size-set ring-size-set","messages":
      '[' +
      '[515,["IPSEC_OPT_SET_DELEGATE_INTERFACE {interface:word} to {delegate:word}"],"error"],' +
      '[526,["IPSEC_OPT_OUTPUT_TRAFFIC_CLASS {interface:word} svc {serviceClass:i32}"],"error"],' +
      '[536,["IPSEC_OPT_OUTPUT_DSCP_MAPPING {interface:word} DSCP {mapping:i32}"]],' +
      '[543,["IPSEC_OPT_SLOT_SIZE {size:u32}"],null,"sysctl net.ipsec.debug (default 0)"],' +
      '[551,["IPSEC_OPT_{ring:ipsec-ring}_RING_SIZE {size:u32}"],null,"sysctl net.ipsec.debug (default 0)"]' +
      ']'},
    {"name":"kernel.memorystatus","title":"Kernel memory limits: processes over their limit, and processes killed for memory","at":"grammars/kernel/memorystatus.grammar:3","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.xnu"],"ignoreCase":false,"ignoreDiacritics":false}]},"names":"exceeded-limit exceeded-diagnostic-limit crossed-limit crossed-limit-silently limit-warning-undelivered debugging-limit killing-process killing-high-band killing-idle-process killing-suspended-process killing-for-cpu killing-despite-relaunch kill-failed kill-without-gain nothing-left-to-kill kill-reason-failed round-started round-cause system-healthy system-unhealthy system-health pressure-rising pressure-back pressure-lasting pressure-unrelieved pressure-notice corpses-purged corpse-blocked","messages":
      '[' +
      '[8,["memorystatus: {process:label} [{pid:pid}] exceeded mem limit: {limitKind:limit-kind}{hardness:limit-hardness} {megabytes:u32} MB ({fatality:limit-fatality})","EXC_RESOURCE -> {process:label}[{pid:pid}] exceeded mem limit: {limitKind:limit-kind}{hardness:limit-hardness} {megabytes:u32} MB ({fatality:limit-fatality})"]],' +
      '[19,["memorystatus: {process:label} [{pid:pid}] exceeded diag threshold limit: {megabytes:u32} MB","EXC_RESOURCE -> {process:label}[{pid:pid}] exceeded diag threshold limit: {megabytes:u32} MB"]],' +
      '[30,["process {process:label} [{pid:pid}] crossed memory {limit:label} ({megabytes:u32} MB); EXC_RESOURCE"]],' +
      '[38,["process {process:label}[{pid:pid}] crossed memory high watermark ({megabytes:u32} MB); EXC_RESOURCE {suppressed:suppressed} {cause:rest}"]],' +
      '[45,["memorystatus_on_ledger_footprint_exceeded: failed to warn {process:label} [{pid:pid}] (exiting, or no handler registered?)."],"debug","sysctl kern.memorystatus_log_level >= 2 (default 0)"],' +
      '[55,["memorystatus: WARNING {process:label} [{pid:pid}] is receiving an entitled debugging memory limit. {advice:rest}"]],' +
      '[64,["{?{clock:word} }memorystatus: {kill:word} pid {pid:pid} [{process:label}] ({cause:word} {band:i32} {bandSeconds:u64}s rf:{relaunch:word} type:{type:word}) {footprintKb:u64}KB - memorystatus_available_pages: {availablePages:u64}{? compressor_size:{compressorPages:u64}}","{?{clock:word} }memorystatus: {kill:word} pid {pid:pid} [{process:label}] ({cause:word} {band:i32} {bandSeconds:u64}s rf:{relaunch:word}) {footprintKb:u64}KB - memorystatus_available_pages: {availablePages:u64}{? compressor_size:{compressorPages:u64}}","{?{clock:word} }memorystatus: {kill:word} pid {pid:pid} [{process:label}] ({cause:word} {band:i32}) {footprintKb:u64}KB - memorystatus_available_pages: {availablePages:u64}{? compressor_size:{compressorPages:u64}}","{?{clock:word} }memorystatus: {kill:word} pid {pid:pid} [{process:label}] ({cause:word} {band:i32} {bandSeconds:u64}s rf:{relaunch:word} type:{type:word}) - memorystatus_available_pages: {availablePages:u64}","{?{clock:word} }memorystatus: {kill:word} pid {pid:pid} [{process:label}] ({cause:word} {band:i32} {bandSeconds:u64}s rf:{relaunch:word} - memorystatus_available_pages: {availablePages:u64}","{?{clock:word} }memorystatus: {kill:word} pid {pid:pid} [{process:label}] ({cause:word} {band:i32}) - memorystatus_available_pages: {availablePages:u64}"]],' +
      '[98,["memorystatus: killing process {pid:pid} [{process:label}] in high band {bandName:word} ({band:i32}) - memorystatus_available_pages: {availablePages:u64}"]],' +
      '[106,["memorystatus: killing_idle_process pid {pid:pid} [{process:label}] jetsam_reason->osr_code: {reasonCode:JETSAM_REASON}","memorystatus: killing_idle_process pid {pid:pid} [{process:label}]"]],' +
      '[116,["memorystatus: sending suspended process {process:label} (pid {pid:pid}) SIGKILL"],null,"internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[124,["memorystatus: killing {process:label} [{pid:pid}] due to cpulimit violation","task_exceeded_cpulimit: killing pid {pid:pid} [{process:label}]"]],' +
      '[133,["memorystatus: killing {process:label} [{pid:pid}] in band {band:i32} with high relaunch probability"]],' +
      '[141,["task_exceeded_footprint: failed to kill the current task (exiting?).","task_exceeded_cpulimit: failed to kill current task (exiting?).","memorystatus: failed to kill current task (exiting?)."],"error"],' +
      '[154,["memorystatus: failed to kill a process and no memory was reclaimed"]],' +
      '[161,["memorystatus: ran out of {?{state:word} }processes to kill but system is still in critical condition","memorystatus: ran out of {state:word}processes to kill but system is still in critical condition"]],' +
      '[169,["memorystatus: failed to allocate jetsam reason","task_exceeded footprint: failed to allocate jetsam reason","memorystatus_kill_top_process_aggressive: failed to allocate exit reason"],"error"],' +
      '[181,["memorystatus: aggressively killing up to {maximum:u32} processes below band {band:i32}.","memorystatus: Starting aggressive jetsam."]],' +
      '[191,["memorystatus: killing due to \\"{cause:label}\\" - compression_ratio={ratio:u32}"]],' +
      '[199,["memorystatus: System is healthy. memorystatus_available_pages: {availablePages:u64} compressor_size:{compressorPages:u64}"]],' +
      '[207,["memorystatus: System is unhealthy! memorystatus_available_pages: {availablePages:u64} compressor_size:{compressorPages:u64}","memorystatus: System is unhealthy!  memorystatus_available_pages: {availablePages:u64} compressor_size:{compressorPages:u64}","memorystatus: System is below pressure level, but otherwise healthy. memorystatus_available_pages: {availablePages:u64} compressor_size:{compressorPages:u64}"]],' +
      '[221,["memorystatus: System is {health:word}. memorystatus_available_pages: {availablePages:u64} compressor_size:{compressorPages:u64}"]],' +
      '[229,["memorystatus: Pressure level has increased from {from:i32} to {to:i32}. Scheduling jetsam."]],' +
      '[237,["memorystatus: Pressure has returned to level {level:i32}. Cancelling scheduled jetsam"]],' +
      '[244,["memorystatus: Pressure level has been elevated for too long. killing up to {maximum:u32} idle processes"]],' +
      '[252,["memorystatus: Killed {count:u32} idle processes due to sustained pressure, but device didn\'t quiesce. Giving up."]],' +
      '[260,["memorystatus: issuing {pressure:word} jetsam pressure notification to {waiters:u32} waiters"]],' +
      '[267,["memorystatus: purging all corpses"]],' +
      '[274,["memorystatus_allowed_vm_map_fork: corpse for pid {pid:pid} blocked by jetsam).","memorystatus disallowed vm_map_fork {footprint:u64}  {allowed:u64}"]]' +
      ']'},
    {"name":"kernel.necp-client-entitlement","title":"Kernel NECP clients: requests refused for want of an entitlement, by process","at":"grammars/kernel/necp-client.grammar:22","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.xnu.net.necp"],"ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:necp-client-function}: {process:label}({pid:pid}) does not hold the necessary entitlement ","names":"delegation-denied attribution-denied custom-nexus-denied custom-protocol-denied","messages":
      '[' +
      '[28,["to delegate network traffic for other processes by upid"],"error"],' +
      '[37,["to set attributed bundle identifier"],"error"],' +
      '[46,["to open a custom nexus client"],"error"],' +
      '[55,["for custom protocol APIs"],"error"]' +
      ']'},
    {"name":"kernel.necp-client-flow","title":"Kernel NECP client flows: the connections of a client, traced","at":"grammars/kernel/necp-client.grammar:65","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.xnu.net.necp"],"ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:necp-client-function}: NECP CLIENT FLOW TRACE <pid {pid:pid} {clientId:uuid}> <flow {flowId:uuid}>: ","names":"added removed statistics-starting statistics-ready statistics-collecting domain-collected","messages":
      '[' +
      '[71,["adding flow"],null,"sysctl net.necp.client_tracing_level >= 2 (default 0)"],' +
      '[80,["removing flow"],null,"sysctl net.necp.client_tracing_level >= 2 (default 0)"],' +
      '[89,["Initializing stats"],null,"sysctl net.necp.client_tracing_level >= 2 (default 0)"],' +
      '[98,["Initialized stats <error {error:errno}>"],null,"sysctl net.necp.client_tracing_level >= 2 (default 0)"],' +
      '[107,["Collecting stats"],null,"sysctl net.necp.client_tracing_level >= 2 (default 0)"],' +
      '[116,["Collected stats - domain <{domain:label}> owner <{domainOwner:label}> ctxt <{domainContext:label}> bundle id <{app:label}> is_tracker {knownTracker:i32} is_non_app_initiated {nonAppInitiated:i32} is_silent {silent:i32}"],null,"sysctl net.necp.client_tracing_level >= 2 (default 0)"]' +
      ']'},
    {"name":"kernel.necp-client-parameters","title":"Kernel NECP client parameters: what a process asks of its connection, traced","at":"grammars/kernel/necp-client.grammar:128","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.xnu.net.necp"],"ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:necp-client-function}: NECP_CLIENT_PARAMS_LOG <pid {pid:pid} {clientId:uuid}>: ","names":"parameter parameters tracker-flags interface-prohibited agent-type agent","messages":
      '[' +
      '[134,["Parsing param - type {type:i32} length {length:i32} value <{number:u64} ({numberHex:pointer})>{? {text:rest}}","Parsing param - type {type:i32} length {length:i32}"],null,"sysctl net.necp.client_tracing_level >= 3 (default 0)"],' +
      '[146,["Parsed params - valid_fields {validFields:hex} flags {flags:hex} delegated_upid {delegatedProcess:u64} local_addr {localAddress:label} remote_addr {remoteAddress:label} required_interface_index {interfaceIndex:u32} required_interface_type {interfaceType:i32} local_address_preference {localAddressPreference:i32} ip_protocol {ipProtocol:i32} transport_protocol {transportProtocol:i32} ethertype {ethertype:i32} effective_pid {effectivePid:pid} effective_uuid {executable:uuid}{? uid {uid:i32} persona_id {personaId:i32}} traffic_class {trafficClass:i32}"],null,"sysctl net.necp.client_tracing_level >= 3 (default 0)"],' +
      '[163,["Parsed params - tracker flags <known-tracker {knownTracker:hex}> <non-app-initiated {nonAppInitiated:hex}> <silent {silent:hex}> <app-approved {approvedAppDomain:hex}>"],null,"sysctl net.necp.client_tracing_level >= 3 (default 0)"],' +
      '[173,["Parsed prohibited_interfaces[{index:i32}] <{interface:label}>"],null,"sysctl net.necp.client_tracing_level >= 3 (default 0)"],' +
      '[182,["Parsed {demand:necp-agent-demand}_netagent_types[{index:i32}] <{agentDomain:label}> <{agentType:label}>"],null,"sysctl net.necp.client_tracing_level >= 3 (default 0)"],' +
      '[194,["Parsed {demand:necp-agent-demand}_netagents[{index:i32}] <{agentId:uuid}>"],null,"sysctl net.necp.client_tracing_level >= 3 (default 0)"]' +
      ']'},
    {"name":"kernel.necp-client","title":"Kernel NECP clients: what apps register for their connections, and requests that failed","at":"grammars/kernel/necp-client.grammar:207","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.xnu.net.necp"],"ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:necp-client-function}: ","names":"added claimed removed remove-unknown updating-all update-requested tracker-flags nexus-close-not-delivered nexus-abort-not-delivered observe-denied list-denied observer-may-not-register not-an-observer signing-denied validating-denied signed-id-denied port-not-reserved listener-family-refused parent-not-found parent-not-named parent-has-several-flows parent-mismatch endpoints-mismatch demux-pattern-missing demux-not-supported heuristics-without-parameters claim-of-flow-refused counts-already-gone flow-add-failed flow-remove-failed flow-process-gone nexus-not-offered agent-refused-flow nexus-request-failed in-process-divert-not-delivered resolver-tag-mismatch resolver-tag-foreign resolver-tag-malformed resolver-tags-several resolver-tag-not-authentic socket-attributes-set socket-attributes-inherited socket-attribute-not-set socket-attribute-unreadable agent-unassert-failed agent-not-asserted radio-agent-missing radio-agent-unreachable radio-client-unknown route-details-missing flow-counts-missing owner-collected statistics-arena-failed settings-arena-failed unknown-action not-a-client-descriptor event-filter-refused watched-descriptor-gone background-mark-failed malformed-request add-copy-failed claim-copy-failed remove-copy-failed flow-add-copy-failed flow-remove-copy-failed nexus-request-copy-failed result-copy-failed update-copy-failed list-copy-failed agent-action-copy-failed agent-details-copy-failed agent-use-copy-failed interface-details-copy-failed local-address-copy-failed route-statistics-copy-failed cache-update-copy-failed signing-copy-failed validating-copy-failed signed-id-copy-failed remove-arguments-refused flow-add-arguments-refused flow-remove-arguments-refused result-arguments-refused update-arguments-refused agent-action-arguments-refused agent-details-arguments-refused interface-details-arguments-refused local-address-arguments-refused no-local-address route-statistics-arguments-refused cache-update-without-flow signing-type-refused signed-id-arguments-refused signed-id-not-authentic signature-size-unexpected flow-allocation-failed parameters-allocation-failed assertion-allocation-failed agent-action-allocation-failed signing-allocation-failed validating-allocation-failed socket-attribute-allocation-failed","messages":
      '[' +
      '[215,["NECP_CLIENT_LOG <pid {pid:pid} {clientId:uuid}>: Adding client"],null,"sysctl net.necp.client_tracing_level >= 1 (default 0)"],' +
      '[224,["NECP_CLIENT_LOG <pid {pid:pid} {clientId:uuid}>: Claiming client"],null,"sysctl net.necp.client_tracing_level >= 1 (default 0)"],' +
      '[233,["NECP_CLIENT_LOG <pid {pid:pid} {clientId:uuid}>: Removing client"],null,"sysctl net.necp.client_tracing_level >= 1 (default 0)"],' +
      '[242,["necp_client_remove invalid client_id ({error:errno})"],"error"],' +
      '[251,["necp_update_all_clients_callout running for coalesced {count:u32} updates"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[259,["necp_update_all_clients immediate {immediate:word} update {count:u32}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[268,["NECP_CLIENT_TRACKER_LOG <pid {pid:pid}>: Parsing tracker flags - known-tracker {knownTracker:hex} non-app-initiated {nonAppInitiated:hex} silent {silent:hex} approved-app-domain {approvedAppDomain:hex}"]],' +
      '[276,["necp_client_remove close nexus error ({error:errno}){? MESSAGE TYPE {messageType:u32}}"],"error"],' +
      '[286,["necp_update_client abort nexus error ({error:errno}) for pid {pid:pid} {process:label}","necp_defunct_client abort nexus error ({error:errno})"],"error"],' +
      '[300,["Client does not hold necessary entitlement to observe other NECP clients"],"error"],' +
      '[309,["Client does not hold necessary entitlement to list other NECP clients"],"error"],' +
      '[318,["NECP client observers with push enabled may not add their own clients"],"error"],' +
      '[327,["NECP fd is not observer, cannot copy client update"],"error"],' +
      '[337,["Process does not hold the necessary entitlement to sign resolver answers"],"error"],' +
      '[346,["Process does not hold the necessary entitlement to directly validate resolver answers"],"error"],' +
      '[355,["necp_client_set_signed_client_id client lacks the necessary entitlement","necp_client_get_signed_client_id client lacks the necessary entitlement"],"error"],' +
      '[369,["necp_client_add netns_reserve error ({error:errno})","necp_client_add netns_reserve_ephemeral error ({error:errno})"],"error"],' +
      '[379,["necp_client_add listener invalid address family ({family:i32})"],"error"],' +
      '[386,["necp_client_add, no necp_client_inherit_from_parent as can\'t find parent on fd_data"],"error"],' +
      '[395,["necp_client_add, parent ID is null"]],' +
      '[402,["necp_client_add, multiple parent flows not supported"]],' +
      '[409,["necp_client_add, parent/child {trait:necp-parent-trait} mismatch"]],' +
      '[417,["necp_client_add, local/remote address family mismatch"]],' +
      '[424,["necp_client_add, child does not have a demux pattern"]],' +
      '[431,["necp_client_add, flow demux pattern not supported for {ipProtocol:i32} protocol","necp_client_add, flow demux pattern not supported for {family:i32} family"]],' +
      '[440,["necp_client_parse_parameters error ({error:errno})"],"error"],' +
      '[448,["necp_client_claim cannot claim from flow UUID"],"error"],' +
      '[455,["necp_client_remove ntstat shutdown finds nstat_context NULL"],"error"],' +
      '[464,["Add flow error ({error:errno})"],"error"],' +
      '[472,["Remove flow error ({error:errno})"],"error"],' +
      '[480,["necp_client_add_flow process not found for pid {pid:pid} error ({error:errno})","necp_client_request_nexus process not found for pid {pid:pid} error ({error:errno})"],"error"],' +
      '[490,["Requested nexus not found"],"error"],' +
      '[498,["netagent_client_message error ({error:errno})"],"error"],' +
      '[506,["Request nexus error ({error:errno})"],"error"],' +
      '[514,["necp_client_copy request flow divert TLV copyout error ({error:errno})"],"error"],' +
      '[524,["Resolver tag {trait:necp-resolver-trait} does not match"],"error"],' +
      '[533,["Resolver tag invalid client ID"],"error"],' +
      '[541,["Resolver tag length too short: {length:u32}","Resolver tag unknown sign type: {signType:u32}","Resolver tag invalid length for {record:necp-resolver-record}"],"error"],' +
      '[555,["Multiple resolver tags are not supported"],"error"],' +
      '[563,["Failed to validate resolve answer","Failed to validate answer for hostname {host:label}"],"error"],' +
      '[576,["NECP_SOCKET_ATTRIBUTE_LOG: NECP ATTRIBUTES SOCKET - domain <{domain:word}> owner <{domainOwner:label}> context <{domainContext:label}> tracker domain <{trackerDomain:label}> account <{account:label}>","Set on socket: Domain {domain:word}, Domain owner {domainOwner:label}, Domain context {domainContext:label}, Tracker domain {trackerDomain:label}, Account {account:label}","Set on socket: Domain {domain:word}, Account {account:label}"],null,"sysctl net.necp.client_tracing_level >= 3, or net.necp.debug > 0 for lines with Set on socket (both default 0)"],' +
      '[591,["NECP_SOCKET_PARAMS_LOG <pid {pid:pid}>: NECP ATTRIBUTES SOCKET - domain <{domain:word}> owner <{domainOwner:label}> context <{domainContext:label}> tracker domain <{trackerDomain:label}> account <{account:label}> <so flags - is_tracker {knownTracker:hex} non-app-initiated {nonAppInitiated:hex} app-approved-domain {approvedAppDomain:hex}","Set on socket: Domain <{domain:word}> Domain owner <{domainOwner:label}> Domain context <{domainContext:label}> Tracker domain <{trackerDomain:label}> Account <{account:label}>"],null,"sysctl net.necp.client_tracing_level >= 3, or net.necp.debug > 0 for lines with Set on socket (both default 0)"],' +
      '[603,["Could not set {attribute:necp-socket-attribute} TLV for socket attributes"],"error"],' +
      '[612,["Failed to get socket attribute"],"error"],' +
      '[623,["necp_client_remove unassert agent error ({error:errno})"],"error"],' +
      '[632,["Netagent uuid not previously asserted"],"error"],' +
      '[640,["BB radio manager agent not found"],"error"],' +
      '[650,["netagent_client_message failed"],"error"],' +
      '[659,["Couldn\'t find client"],"error"],' +
      '[669,["req {protocol:necp-statistics-protocol} stats, failed to get route details for pid {pid:pid} curproc {callerPid:pid} {caller:label}"]],' +
      '[679,["req {protocol:necp-statistics-protocol} stats, necp_client flow_registration flow_stats missing for pid {pid:pid} {process:label} curproc {callerPid:pid} {caller:label}"],"error"],' +
      '[690,["Collected stats - {protocol:necp-statistics-protocol} - epid {effectivePid:pid} uid {uid:i32} euuid {executable:uuid} persona id {personaId:i32}"],null,"sysctl net.necp.client_tracing_level >= 2 (default 0)"],' +
      '[701,["failed to create stats arena for pid {pid:pid}","failed to map stats arena for pid {pid:pid}"],"error"],' +
      '[710,["failed to create arena for pid {pid:pid}","failed to map sysctl arena for pid {pid:pid}"],"error"],' +
      '[721,["necp_client_action unknown action ({action:u32})"],"error"],' +
      '[729,["necp_client_action find fd error ({error:errno})"],"error"],' +
      '[737,["bad filter request {filter:i32}"],"error"],' +
      '[745,["No channel for kqfilter"],"error"],' +
      '[753,["NULL proc","NULL fp","Could not find client structure for backgrounded client","Not a client fd, ignore"],"error"],' +
      '[768,["Invalid TLV length ({length:u32})","Invalid TLV value"],"error"],' +
      '[778,["necp_client_add parameters copyin error ({error:errno})","necp_client_add client_id copyout error ({error:errno})"],"error"],' +
      '[788,["necp_client_claim copyin client_id error ({error:errno})"],"error"],' +
      '[796,["necp_client_remove copyin client_id error ({error:errno})","necp_client_remove flow_ifnet_stats copyin error ({error:errno})"],"error"],' +
      '[806,["necp_client_add_flow copyin client_id error ({error:errno})","necp_client_add_flow copyin default_add_request error ({error:errno})","necp_client_add_flow copyout add_request error ({error:errno})"],"error"],' +
      '[817,["necp_client_remove_flow copyin client_id error ({error:errno})"],"error"],' +
      '[824,["necp_client_request_nexus copyin client_id error ({error:errno})","necp_client_request_nexus copyin bufreq error ({error:errno})","necp_client_request_nexus copyout bufreq error ({error:errno})"],"error"],' +
      '[835,["necp_client_copy assigned results tlv_header copyout error ({error:errno})","necp_client_copy assigned results copyout error ({error:errno})","necp_client_copy protocol control event results tlv_header copyout error ({error:errno})","necp_client_copy parameters copyout error ({error:errno})","necp_client_copy result copyout error ({error:errno})","necp_client_copy group members copyout error ({error:errno})","necp_client_copy client_id copyin error ({error:errno})"],"error"],' +
      '[856,["Copy client update copyout client id error ({error:errno})","Copy client update copyout error ({error:errno})"],"error"],' +
      '[866,["necp_client_list buffer copyout error ({error:errno})","necp_client_list client count copyout error ({error:errno})"],"error"],' +
      '[876,["necp_client_agent_action copyin client_id error ({error:errno})","necp_client_agent_action parameters copyin error ({error:errno})"],"error"],' +
      '[886,["necp_client_copy_agent copyin agent_uuid error ({error:errno})"],"error"],' +
      '[894,["Copyin client_id error ({error:errno})","Parameters copyin error ({error:errno})","Parameters copyout error ({error:errno})"],"error"],' +
      '[906,["necp_client_copy_interface copyin interface_index error ({error:errno})","necp_client_copy_interface copyout error ({error:errno})"],"error"],' +
      '[916,["necp_client_get_interface_address copyin interface_index error ({error:errno})","necp_client_get_interface_address copyin address error ({error:errno})","necp_client_get_interface_address copyout error ({error:errno})"],"error"],' +
      '[927,["necp_client_copy_route_statistics copyin client_id error ({error:errno})","necp_client_copy_route_statistics copyout error ({error:errno})"],"error"],' +
      '[937,["necp_client_update_cache copyin client_id error ({error:errno})","necp_client_update_cache copyin cache buffer error ({error:errno})","necp_client_update_cache copyin ecn cache buffer error ({error:errno})","necp_client_update_cache copyin tfo cache buffer error ({error:errno})"],"error"],' +
      '[951,["necp_client_sign copyin signable error ({error:errno})","necp_client_sign copyout error ({error:errno})","necp_client_sign copyin address_answer error ({error:errno})","necp_client_sign copyin hostname_length error ({error:errno})","necp_client_sign copyin hostname error ({error:errno})"],"error"],' +
      '[967,["necp_client_validate copyin error ({error:errno})"],"error"],' +
      '[974,["necp_client_get_signed_client_id copyin request_type error ({error:errno})","necp_client_get_signed_client_id copyout error ({error:errno})","necp_client_set_signed_client_id copyin request_type error ({error:errno})","necp_client_set_signed_client_id copyin request error ({error:errno})"],"error"],' +
      '[987,["necp_client_remove unexpected parameters length ({length:u64})"],"error"],' +
      '[995,["necp_client_add_flow invalid client_id (length {length:u64})","necp_client_add_flow invalid buffer (length {length:u64})"],"error"],' +
      '[1004,["necp_client_remove_flow invalid client_id (length {length:u64})"],"error"],' +
      '[1011,["Incorrect length (got {length:u64}, expected {expected:u64})"],"error"],' +
      '[1018,["Client id invalid, cannot copy client update","Buffer invalid, cannot copy client update","Buffer size cannot hold update ({length:u64} < {needed:u64})"],"error"],' +
      '[1030,["necp_client_agent_action invalid parameters","necp_client_agent_action invalid buffer size (>{limit:u32})"],"error"],' +
      '[1040,["necp_client_copy_agent bad input"],"error"],' +
      '[1048,["necp_client_copy_interface bad input","necp_client_copy_interface bad interface_index ({interfaceIndex:i32})"],"error"],' +
      '[1058,["necp_client_get_interface_address bad input","necp_client_get_interface_address bad interface_index ({interfaceIndex:i32})","necp_client_get_interface_address invalid address family ({family:u32})","necp_client_get_interface_address invalid address length ({length:u32})","necp_client_get_interface_address local address too long for buffer ({length:u32})"],"error"],' +
      '[1075,["necp_client_get_interface_address no matching interface found","necp_client_get_interface_address route lookup failed","necp_client_get_interface_address local address selection failed ({error:errno})"],"error"],' +
      '[1088,["necp_client_copy_route_statistics bad input"],"error"],' +
      '[1097,["necp_client_update_cache no flow error ({error:errno})"],"error"],' +
      '[1105,["necp_client_sign unknown signable type ({signType:u32})"],"error"],' +
      '[1113,["necp_client_get_signed_client_id bad input","necp_client_get_signed_client_id bad request_type ({requestType:i32})","necp_client_set_signed_client_id bad input","necp_client_set_signed_client_id bad request_type ({requestType:i32})"],"error"],' +
      '[1128,["necp_client_set_signed_client_id signature validation failed ({error:errno})"],"error"],' +
      '[1135,["necp_client_sign unexpected tag size {tagSize:u64}","necp_client_get_signed_client_id unexpected tag size {tagSize:u64}"],"error"],' +
      '[1144,["Failed to allocate flow registration","Failed to allocate nexus flow","Failed to allocate interface flow","Failed to allocate socket flow"],"error"],' +
      '[1158,["Failed to allocate parsed parameters"],"error"],' +
      '[1166,["Failed to allocate assertion"],"error"],' +
      '[1174,["necp_client_agent_action malloc failed"],"error"],' +
      '[1182,["necp_client_sign allocate signable {length:u64} failed","necp_client_sign malloc hostname {length:u32} failed"],"error"],' +
      '[1192,["necp_client_validate allocate struct {length:u64} failed"],"error"],' +
      '[1199,["Failed to allocate a socket attribute buffer (size {length:u64})"],"error"]' +
      ']'},
    {"name":"kernel.necp","title":"Kernel NECP: which policies apply to a socket or packet, and who may set them","at":"grammars/kernel/necp.grammar:24","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.xnu.net.necp"],"ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:necp-function}: ","names":"third-party-denied session-denied priority-denied dump-denied service-denied socket-cut multicast-dropped agent-inactive-drop service-missing-drop interface-addresses-failed session-created session-deleted session-call-unusable session-missing priority-call-unusable priority-missing policy-add-failed add-call-unusable add-result-lost policy-order-missing policy-result-missing policy-result-invalid policy-too-large policy-no-memory route-rules-missing route-rule-invalid route-rule-two-defaults conditions-missing condition-invalid conditions-mixed conditions-without-app kernel-traffic-protected result-checked condition-checked route-rule-checked policy-created policy-not-found policy-id-missing get-call-unusable delete-call-unusable list-call-unusable policy-marked policy-removed policies-applied kernel-policy-added policy-not-applied app-table-outdated policy-ids-exhausted route-rule-ids-exhausted uuid-ids-exhausted string-ids-exhausted domain-ids-exhausted engine-start-failed service-register-unusable service-unregister-unusable domain-trie-uploaded domain-trie-add-failed domain-trie-remove-failed domain-trie-dump-failed domain-filter-add-failed domain-filter-remove-failed request-block-malformed answer-block-unwritable client-block-malformed control-message-malformed control-answer-lost dump-started dump-policy dump-no-memory dump-buffer-small dump-not-delivered dump-delivered dump-failed table-heading table-rule table-bucket table-policy socket-filter socket-divert socket-skip socket-route-rule socket-agent-removed socket-agent socket-service-action socket-service agent-triggered socket-decision socket-decision-kept traffic-decision traffic-decision-kept domain-compared packet-decision packet-unmatched trace-check trace-matched trace-packet trace-packet-matched trace-policy trace-kept trace-condition route-interface-rule route-poor-link route-interface-kind route-default route-unknown qos-interface-rule qos-interface-kind qos-outcome","messages":
      '[' +
      '[32,["Only platform-signed binaries can open NECP sessions"],"error"],' +
      '[40,["Process does not hold necessary entitlement to open NECP session"],"error"],' +
      '[49,["Session does not hold necessary entitlement to claim priority level {priority:i32}"],"error"],' +
      '[59,["Session does not hold the necessary entitlement to get Network Extension Policy information"],"error"],' +
      '[69,["Session does not hold necessary entitlement to register service"],"error"],' +
      '[81,["Marking socket in state {socketState:i32} as defunct"],"error"],' +
      '[91,["Dropping unentitled multicast (SDK {sdk:hex}, min {minimumSdk:hex})"]],' +
      '[99,["{?DATA-TRACE: }Socket Policy: {?<so {socket:pointer}> }(BoundInterface {boundInterface:i32} Proto {protocol:i32}) Dropping packet because agent is not active"],"error","sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[114,["Socket Policy: (BoundInterface {boundInterface:i32} Proto {protocol:i32}) Dropping packet because service is not registered"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[123,["Failed to get address list for {interface:word}{? error {error:errno}}"],"error"],' +
      '[134,["Created NECP session, control unit {sessionUnit:i32}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[142,["Deleted NECP session"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[150,["necp_session_action find fd error ({error:errno})","necp_session_action unknown action ({action:u32})"],"error"],' +
      '[160,["Got a NULL session","Failed to find session"],"error"],' +
      '[169,["necp_session_set_session_priority invalid input ({inputLength:u64})","necp_session_set_session_priority priority copyin error ({error:errno})"],"error"],' +
      '[179,["Failed to get session priority: {error:errno}"],"error"],' +
      '[189,["necp_session_add_policy failed to add policy ({error:errno})"],"error"],' +
      '[198,["necp_session_add_policy invalid input ({inputLength:u64})","necp_session_add_policy invalid output buffer ({outputLength:u64})","necp_session_add_policy tlv copyin error ({error:errno})"],"error"],' +
      '[210,["necp_session_add_policy policy_id copyout error ({error:errno})"],"error"],' +
      '[218,["Failed to get policy order: {error:errno}"],"error"],' +
      '[227,["Failed to find policy result TLV: {error:errno}","Failed to get policy result length: {error:errno}","Failed to get policy result: {error:errno}"],"error"],' +
      '[240,["Failed to validate policy result"],"error"],' +
      '[249,["Policy result length too large: {length:u32}","Route rules size overflowed, too large","Route rules length too large: {length:u32}","Conditions size overflowed, too large","Conditions length too large: {length:u32}"],"error"],' +
      '[265,["Failed to allocate a policy result buffer (size {size:i32})","Failed to allocate a policy route rules array (size {size:i32})","Failed to allocate a policy conditions array (size {size:i32})"],"error"],' +
      '[277,["Failed to get policy route rules"],"error"],' +
      '[286,["Failed to validate policy route rule"],"error"],' +
      '[295,["Failed to validate route rule; contained multiple default route rules"],"error"],' +
      '[305,["Failed to get policy conditions"],"error"],' +
      '[314,["Failed to validate policy condition"],"error"],' +
      '[323,["Failed to validate conditions; contained default and non-default conditions"],"error"],' +
      '[333,["Failed to validate conditions; did not contain application condition","Failed to validate conditions; did not contain real application condition"],"error"],' +
      '[346,["Failed to validate conditions; kernel pid (0) condition allows only Pass/Skip result"],"error"],' +
      '[355,["Policy result type {result:i32}, valid {valid:i32}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[363,["Policy condition type {condition:i32}, valid {valid:i32}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[371,["Policy route rule type {action:i32}, valid {valid:i32}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[379,["Created NECP policy, order {order:i32}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[389,["Failed to find policy with id {policyId:i32}","necp_session_delete_policy failed to find policy with id {policyId:u32}"],"error"],' +
      '[401,["Failed to get policy id: {error:errno}"],"error"],' +
      '[409,["necp_session_get_policy invalid input ({inputLength:u64})","necp_session_get_policy policy_id copyin error ({error:errno})","necp_session_get_policy buffer not large enough ({outputLength:u64} < {neededLength:u32})","necp_session_get_policy size too large to copy ({neededLength:u32})","necp_session_get_policy TLV copyout error ({error:errno})"],"error"],' +
      '[425,["necp_session_delete_policy invalid input ({inputLength:u64})","necp_session_delete_policy policy_id copyin error ({error:errno})"],"error"],' +
      '[435,["necp_session_list_all size too large to copy ({policies:u32} policies)","necp_session_list_all buffer not large enough ({outputLength:u64} < {neededLength:u32})","necp_session_list_all TLV copyout error ({error:errno})"],"error"],' +
      '[447,["Marked NECP policy for removal"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[455,["Removed NECP policy"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[465,["Applied NECP policies"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[473,["Added kernel policy: {layer:necp-layer}{? output}, id={policyId:i32}, mask={conditionMask:hex}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[484,["Error applying {layer:necp-layer}{? output} kernel policy"]],' +
      '[492,["Error clearing uuids from policy table","Error adding uuid to policy table"]],' +
      '[503,["Allocate policy id failed.","Failed to find a free socket kernel policy ID.","Failed to find a free IP kernel policy ID.","Allocate kernel policy id failed."],"error"],' +
      '[517,["Failed to find a free route rule id.","Failed to find a free aggregate route rule id.","Allocate route rule ID failed."],"error"],' +
      '[529,["Failed to find a free service UUID.","Allocate uuid ID failed."],"error"],' +
      '[539,["Failed to find a free app UUID.","Allocate string id failed."],"error"],' +
      '[549,["Failed to find a free filter ID.","Allocate filter id failed.","Failed to find a free trie ID.","Allocate trie id failed."],"error"],' +
      '[562,["lck_grp_attr_alloc_init failed","lck_grp_alloc_init failed","lck_attr_alloc_init failed","mbuf_tag_id_find_internal failed: {error:errno}","ctl_register failed: {error:errno}"],"error"],' +
      '[580,["necp_session_register_service invalid input ({inputLength:u64})","necp_session_register_service uuid copyin error ({error:errno})","Failed to allocate service registration","Failed to get service UUID: {error:errno}"],"error"],' +
      '[594,["necp_session_unregister_service invalid input ({inputLength:u64})","necp_session_unregister_service uuid copyin error ({error:errno})"],"error"],' +
      '[606,["necp_session_add_domain_trie received {bytes:bytes} bytes <trie mem size {memory:i32}>"]],' +
      '[614,["necp_session_add_domain_trie invalid input ({inputLength:u64})","necp_session_add_domain_trie buffer not large enough ({outputLength:u64})","necp_session_add_domain_trie allocate trie request error ({inputLength:u64})","necp_session_add_domain_trie filter copyin error ({error:errno})","necp_session_add_domain_trie ID copyout error ({error:errno})","Failed to allow domain trie","Failed to initialize domain trie"],"error"],' +
      '[633,["necp_session_remove_domain_trie invalid input ({inputLength:u64})","necp_session_remove_domain_trie uuid copyin error ({error:errno})"],"error"],' +
      '[642,["necp_session_trie_dump_all out_buffer not large enough for {neededLength:u64}","necp_session_trie_dump_all temporary buffer not large enough for {neededLength:u64}"],"error"],' +
      '[651,["necp_session_add_domain_filter invalid input ({inputLength:u64})","necp_session_add_domain_filter buffer not large enough ({outputLength:u64})","necp_session_add_domain_filter allocate filter error ({inputLength:u64})","necp_session_add_domain_filter filter copyin error ({error:errno})","necp_session_add_domain_filter size mismatch ({expectedLength:u64} != {inputLength:u64})","necp_session_add_domain_filter ID copyout error ({error:errno})"],"error"],' +
      '[669,["necp_session_remove_domain_filter invalid input ({inputLength:u64})","necp_session_remove_domain_filter uuid copyin error ({error:errno})"],"error"],' +
      '[680,["necp_get_tlv_at_offset buffer is NULL","necp_get_tlv_at_offset buffer_length is too small for TLV ({bufferLength:u32} < {neededLength:u64})","necp_get_tlv_at_offset buffer_length is too small for TLV of length {length:u32} ({bufferLength:u32} < {neededLength:u64})","necp_get_tlv_at_offset out_buffer_length is too small for TLV value ({bufferLength:u32} < {length:u32})","necp_get_tlv_at_offset tlv_value is NULL"],"error"],' +
      '[699,["Cannot write TLV in buffer (invalid cursor)","Cannot write TLV in buffer (TLV length {length:u32}, buffer length {bufferLength:u32})"],"error"],' +
      '[709,["Invalid TLV length ({length:u32})"],"error"],' +
      '[719,["Got a bad packet, length ({length:u64}) < sizeof header ({headerLength:u64})","mbuf_copydata failed for the header: {error:errno}","Got a bad TLV, length ({length:u32}) + offset ({offset:i32}) < total length ({totalLength:u32})","Received unknown message type {messageType:i32}"],"error"],' +
      '[733,["Failed to send response"],"error"],' +
      '[742,["Gathering policies"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[750,["Policy: process: {process:label}, result: {result:rest}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[759,["Failed to allocate tlv_buffer_pointers ({size:u64} bytes)","Failed to allocate tlv_buffer_lengths ({size:u64} bytes)","Failed to allocate tlv_buffer ({size:u32} bytes)","Failed to allocate cond_buffer ({size:u32} bytes)","Failed to allocate result_buffer ({size:u64} bytes)"]],' +
      '[773,["necp_session_dump_all invalid output buffer ({outputLength:u64})","out_buffer_length too small ({outputLength:u64} < {neededLength:u64})"],"error"],' +
      '[783,["Failed to copy out result_buffer ({size:u64} bytes)","Failed to send response ({size:u32} bytes)","Failed to send error response"],"default"],' +
      '[795,["Sent data worth {size:u32} bytes. Total result buffer length was {neededLength:u32} bytes"],"error"],' +
      '[803,["Sent error response"],"error"],' +
      '[812,["NECP Application Policies:","NECP Socket Policies:","NECP IP Output Policies:"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[824,["-----------"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[832,["\\tApp Bucket: {bucket:i32}"," ID Bucket: {bucket:i32}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[843,["\\t{?  }{? }{index:i32}. Policy ID: {?    }{?  }{? }{policyId:i32}\\tProcess: {?        }{?    }{?  }{? }{process:label}\\tOrder: {sessionOrder:i32}.{order:i32}{?.{suborder:i32}}\\tMask: {conditionMask:hex}\\tResult: {result:rest}"],null,"sysctl net.necp.debug > 0 (default 0)"],' +
      '[859,["{?DATA-TRACE: }Socket Policy{? <so {socket:pointer}>}: (Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32} Proto {protocol:i32}) Filter {filterUnit:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[872,["{?DATA-TRACE: }Socket Policy{? <so {socket:pointer}>}: (Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32} Proto {protocol:i32}) flow divert {unit:u32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[885,["{?DATA-TRACE: }Socket Policy{? <so {socket:pointer}>}: MATCHED SKIP POLICY (Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32} Proto {protocol:i32}) set skip_policy_id {policyId:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[898,["{?DATA-TRACE: }Socket Policy{? <so {socket:pointer}>}: (Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32} Proto {protocol:i32}) Route Rule {routeRule:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[911,["{?DATA-TRACE: }Socket Policy{? <so {socket:pointer}>}: (Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32} Proto {protocol:i32}) Remove Netagent {agentId:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[924,["{?DATA-TRACE: }Socket Policy{? <so {socket:pointer}>}: (Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32} Proto {protocol:i32}) {usage:word} Netagent {agentId:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[937,["Socket Policy: (Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32} Proto {protocol:i32}) Service Action {result:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[946,["Socket Policy: (Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32} Proto {protocol:i32}) Service ID {serviceId:i32} Data {serviceData:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[955,["{?DATA-TRACE: }Socket Policy: {?<so {socket:pointer}> }Triggering inactive agent{? ({agentId:i32})}, error {error:errno}"],"error","sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[969,["{?DATA-TRACE: }Socket Policy: <so {socket:pointer}> (BoundInterface {boundInterface:i32} Proto {protocol:i32}) Policy {policyId:i32} Skip {skipPolicyId:i32} Result {result:i32} Parameter {parameter:i32} Filter {filterUnit:i32}","{?DATA-TRACE: }Socket Policy: {socket:pointer} (BoundInterface {boundInterface:i32} Proto {protocol:i32}) Policy {policyId:i32} {?Skip {skipPolicyId:i32} }Result {result:i32} Parameter {parameter:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[985,["{?DATA-TRACE: }Socket Policy - INP UPDATE - {?RESULT - }CACHED <MATCHED>: {socket:pointer} (BoundInterface {boundInterface:i32} Proto {protocol:i32}) Policy {policyId:i32} Result {result:i32} Parameter {parameter:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[996,["{?DATA-TRACE: }Socket Policy - Send/Recv: {socket:pointer} (BoundInterface {boundInterface:i32} Proto {protocol:i32}) Policy {policyId:i32} Result {result:i32} Parameter {parameter:i32} Allowed {allowed:i32} <filter_control_unit {filterUnit:i32} flow_divert_aggregate_unit {aggregateUnit:i32}>","Socket Send/Recv Policy: Policy {policyId:i32} Allowed {allowed:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[1009,["{?DATA-TRACE: }Socket Policy - Send/Recv - {?RESULT - }CACHED <MATCHED>: {socket:pointer} (BoundInterface {boundInterface:i32} Proto {protocol:i32}) Policy {policyId:i32} Skip {skipPolicyId:i32} Result {result:i32} Parameter {parameter:i32}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[1020,["DATA-TRACE: matching <{domain:word} {length:u64}> with trie id {trieId:i32} - matched {matched:i32}"],"error","sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[1032,["{?DATA-TRACE: }{version:necp-packet} Output: {?RESULT - MATCHED }(ID {socketPolicyId:i32} BoundInterface {boundInterface:i32} LastInterface {lastInterface:i32} Proto {protocol:i32}) Policy {policyId:i32} Result {result:i32} Parameter {parameter:i32}{? Route Rule {routeRule:u32}}"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[1045,["DATA-TRACE: {version:necp-packet} Output: RESULT - NO MATCH (ID {socketPolicyId:i32} BoundInterface {boundInterface:i32} LastInterface {lastInterface:i32} Proto {protocol:i32})"],null,"sysctl net.necp.debug > 1 or net.necp.data_tracing_level > 1 (default 0)"],' +
      '[1058,["DATA-TRACE <{check:label}{? {socket:pointer}}>: {step:label} - {?fam {family:i32} }proto {protocol:i32} port <local {localPort:port}/{localPortV6:port} remote {remotePort:port}/{remotePortV6:port}{? }> {?<local {localAddress:word} remote {remoteAddress:word}> }<drop-all order {dropAllOrder:i32}> <pid={pid:pid} Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32}> <policy_id {policyId:i32} skip_policy_id {skipPolicyId:i32}{? result {result:i32}}>{? <input ifindex {inputInterface:i32}> <allowed_to_receive {allowed:i32}><pf_tag {filterTag:hex} pass_flags {passFlags:hex}>}"],"error","sysctl net.necp.data_tracing_level >= 1 and a filter such as data_tracing_port, _pid, _proto or _ifindex (default 0)"],' +
      '[1078,["DATA-TRACE <{check:label}{? {socket:pointer}}>: {step:label} - {?fam {family:i32} }proto {protocol:i32} port <local {localPort:port}/{localPortV6:port} remote {remotePort:port}/{remotePortV6:port}{? }> {?<local {localAddress:word} remote {remoteAddress:word}> }<drop-all order {dropAllOrder:i32}> <pid={pid:pid} Application {appId:i32} Real Application {realAppId:i32} BoundInterface {boundInterface:i32}> (policy id={policyId:i32} session_order={sessionOrder:i32} policy_order={policyOrder:i32} result={result:word})"],"error","sysctl net.necp.data_tracing_level >= 1 and a filter such as data_tracing_port, _pid, _proto or _ifindex (default 0)"],' +
      '[1093,["DATA-TRACE <{check:label}{? {socket:pointer}}>: {step:label} - {?fam {family:i32} }proto {protocol:i32} port <local {localPort:port}/{localPortV6:port} remote {remotePort:port}/{remotePortV6:port}{? }> {?<local {localAddress:word} remote {remoteAddress:word}> }<drop-all order {dropAllOrder:i32}> <BoundInterface {boundInterface:i32}> <socket policy id {socketPolicyId:i32} socket skip id {socketSkipId:i32}>","DATA-TRACE <{check:label}{? {socket:pointer}}>: {step:label} - {?fam {family:i32} }proto {protocol:i32} port <local {localPort:port}/{localPortV6:port} remote {remotePort:port}/{remotePortV6:port}{? }> {?<local {localAddress:word} remote {remoteAddress:word}> }<drop-all order {dropAllOrder:i32}> <BoundInterface {boundInterface:i32}> <socket policy id {socketPolicyId:i32} socket skip id {socketSkipId:i32}> <mbuf {packet:hex} len {rawLength:i32} {length:i32}{? {extraLength:i32}}>"],"error","sysctl net.necp.data_tracing_level >= 1 and a filter such as data_tracing_port, _pid, _proto or _ifindex (default 0)"],' +
      '[1108,["DATA-TRACE <{check:label}{? {socket:pointer}}>: {step:label} - {?fam {family:i32} }proto {protocol:i32} port <local {localPort:port}/{localPortV6:port} remote {remotePort:port}/{remotePortV6:port}{? }> {?<local {localAddress:word} remote {remoteAddress:word}> }<drop-all order {dropAllOrder:i32}> <BoundInterface {boundInterface:i32}> (policy id={policyId:i32} session_order={sessionOrder:i32} policy_order={policyOrder:i32} result={result:word})"],"error","sysctl net.necp.data_tracing_level >= 1 and a filter such as data_tracing_port, _pid, _proto or _ifindex (default 0)"],' +
      '[1121,["DATA-TRACE <{check:label}{? {socket:pointer}}>: {step:label} - policy id={policyId:i32} session_order={sessionOrder:i32} policy_order={policyOrder:i32} result={result:word} (cond_policy_id {conditionPolicyId:i32}){? (skip_session_order {skipSessionOrder:i32} skip_order {skipOrder:i32})}"],"error","sysctl net.necp.data_tracing_level >= 1 and a filter such as data_tracing_port, _pid, _proto or _ifindex (default 0)"],' +
      '[1136,["DATA-TRACE <{check:label}{? {socket:pointer}}>: {step:label} - <policy_id {policyId:i32} skip_policy_id {skipPolicyId:i32}> <cached policy_id {cachedPolicyId:i32} skip_policy_id {cachedSkipPolicyId:i32}>"],"error","sysctl net.necp.data_tracing_level >= 1 and a filter such as data_tracing_port, _pid, _proto or _ifindex (default 0)"],' +
      '[1147,["DATA-TRACE <{check:label}{? {socket:pointer}}>: ------ {?{negation:word}}matching <{condition:label}> <value ({wanted:i32} / {wantedHex:hex}) ({wantedSecond:i32} / {wantedSecondHex:hex}) ({wantedThird:i32} / {wantedThirdHex:hex}) input ({found:i32} / {foundHex:hex}) ({foundSecond:i32} / {foundSecondHex:hex}) ({foundThird:i32} / {foundThirdHex:hex})>","DATA-TRACE <{check:label}{? {socket:pointer}}>: ------ {?{negation:word}}matching <{condition:label}> <value {?{wanted:word}} {?{wantedSecond:word}} {wantedThird:word} input {found:word} {foundSecond:word} {foundThird:word}>"],"error","sysctl net.necp.data_tracing_level >= 1 and a filter such as data_tracing_port, _pid, _proto or _ifindex (default 0)"],' +
      '[1169,["Route Allowed: Interface match {interfaceIndex:i32} for Rule {routeRule:i32} Allowed {allowed:i32}"],null,"sysctl net.necp.debug > 1 (default 0)"],' +
      '[1178,["Route Allowed: Interface match {interfaceIndex:i32} for Rule {routeRule:i32} Deny LQM Abort"],null,"sysctl net.necp.debug > 1 (default 0)"],' +
      '[1186,["Route Allowed: C:{cellular:i32} WF:{wifi:i32} W:{wired:i32} E:{expensive:i32}{? Cmpn:{companion:i32}}{? VPN:{vpn:i32}} for Rule {routeRule:i32} Allowed {allowed:i32}"],null,"sysctl net.necp.debug > 1 (default 0)"],' +
      '[1199,["Route Allowed: No interface for route, using default for Rule {routeRule:i32} Allowed {allowed:i32}","Route Allowed: Using default for Rule {routeRule:i32} Allowed {allowed:i32}"],null,"sysctl net.necp.debug > 1 (default 0)"],' +
      '[1210,["Route Allowed: no route or interface, Rule {routeRule:i32} Allowed {allowed:i32}"],null,"sysctl net.necp.debug > 1 (default 0)"],' +
      '[1218,["QoS Marking : Interface match {interfaceIndex:i32} for Rule {routeRule:i32} Allowed {allowed:i32}"],null,"sysctl net.necp.debug > 2 (default 0)"],' +
      '[1226,["QoS Marking: C:{cellular:i32} WF:{wifi:i32} W:{wired:i32} E:{expensive:i32}{? Cn:{constrained:i32}}{? Cmpn:{companion:i32}}{? VPN:{vpn:i32}} for Rule {routeRule:i32} Allowed {allowed:i32}"],null,"sysctl net.necp.debug > 2 (default 0)"],' +
      '[1239,["QoS Marking: Rule {routeRule:i32} ifp {interface:word} Allowed {allowed:i32}"],null,"sysctl net.necp.debug > 1 (default 0)"]' +
      ']'},
    {"name":"kernel.necp-entitlement","title":"Kernel NECP: requests refused for want of an entitlement, by process","at":"grammars/kernel/necp.grammar:1248","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.xnu.net.necp"],"ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:necp-function}: {process:label}({pid:pid}) does not hold the necessary entitlement ","names":"delegation-denied","messages":
      '[' +
      '[1254,["to delegate network traffic for other processes by {delegatedBy:word}"],"error"]' +
      ']'},
    {"name":"kernel.necp-drop-destination","title":"Kernel NECP: setting the list of blocked destinations","at":"grammars/kernel/necp.grammar:1264","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.xnu.net.necp"],"ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:necp-sysctl-function}: {handler:word} (process {process:label}:{pid:pid}) ","names":"denied malformed address-malformed","messages":
      '[' +
      '[1270,["not permitted"],"error"],' +
      '[1280,["bad newlen {length:u64}","sysctl_io_opaque() error {error:errno}","bad entry_count {count:u32}","NECP_SESSION_PRIORITY_UNKNOWN bad entry_count {count:u32}","priority {priority:u32} entry_count 0","bad level {priority:u32}"],"error"],' +
      '[1304,["AF_INET bad prefix {prefix:u32}","AF_INET bad sin_len {length:u32}","AF_INET bad sin_port {port:u32}, not zero","AF_INET6 bad prefix {prefix:u32}","AF_INET6 bad sin6_len {length:u32}","AF_INET6 bad sin6_port {port:u32}, not zero","AF_INET6 bad sin6_flowinfo {flowInfo:u32}, not zero","AF_INET6 bad sin6_scope_id {scopeId:u32}, not zero"],"error"]' +
      ']'},
    {"name":"kernel.necp-plain","title":"Kernel NECP: blocked destinations and the management interface","at":"grammars/kernel/necp.grammar:1336","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.xnu.net.necp"],"ignoreCase":false,"ignoreDiacritics":false}]},"names":"management-interface-denied destination-blocked destination-free","messages":
      '[' +
      '[1341,["necp_route_is_interface_type_allowed {process:label}:{pid:pid} {?{connection:label}} not allowed on management interface {interface:word}"]],' +
      '[1351,["{function:word} (process {process:label}:{pid:pid}) {destination:word} matches {network:word}/{prefix:u32}"],null,"sysctl net.necp.drop_dest_debug > 0 (default 0)"],' +
      '[1360,["{function:word} (process {process:label}:{pid:pid}) {destination:word} no match"],null,"sysctl net.necp.drop_dest_debug > 1 (default 0)"]' +
      ']'},
    {"name":"kernel.network-agent","title":"Kernel network agents: who is asked to start a VPN before traffic goes on","at":"grammars/kernel/network-agent.grammar:8","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:netagent-function}: ","names":"triggered-for-client triggered-by-kernel triggered-by-process trigger-undelivered kernel-trigger-agent-missing kernel-trigger-not-allowed kernel-trigger-already-active trigger-agent-missing trigger-not-allowed trigger-already-active trigger-malformed session-created registered updated updated-unchanged unregistered request already-registered session-mode-too-late register-failed register-malformed update-malformed update-mismatch unregister-malformed agent-missing session-missing client-message-sent client-message-undelivered client-message-invalid client-agent-missing nexus-not-provided nexus-agent-inactive nexus-assigned client-assignment-failed assignment-malformed group-message-undelivered group-not-provided group-agent-inactive group-assigned group-assignment-failed use-agent-missing tokens-needed-undelivered tokens-full token-malformed token-agent-missing tokens-empty token-copied agent-copied buffer-too-small denied type-agent-missing lookup-agent-missing interface-without-agent response-undelivered request-malformed request-unknown request-retired out-of-memory internal-call-invalid startup-failed","messages":
      '[' +
      '[16,["Triggered network agent {agentId:uuid}, error = {error:errno}"]],' +
      '[24,["Triggered netagent from kernel (error {error:errno})"],"error","errors: always; successes: sysctl net.netagent.debug >= 6 (default 5)"],' +
      '[34,["Triggered netagent (error {error:errno})"],"error","errors: always; successes: sysctl net.netagent.debug >= 6 (default 5)"],' +
      '[44,["Failed to send trigger message on control unit {unit:u32}"],"error"],' +
      '[53,["Requested netagent for kernel trigger could not be found"],"error"],' +
      '[62,["Requested netagent for kernel trigger is not kernel activated"],"error"],' +
      '[71,["Requested netagent for kernel trigger is already active"],null,"sysctl net.netagent.debug >= 6 (default 5)"],' +
      '[79,["Requested netagent UUID is not registered"],"error"],' +
      '[87,["Requested netagent UUID is not eligible for triggering"],"error"],' +
      '[95,["Requested netagent UUID is already active"],null,"sysctl net.netagent.debug >= 6 (default 5)"],' +
      '[102,["Requested netagent UUID is empty","Incorrect length (got {length:u64}, expected {expectedLength:u64})","copyin error ({error:errno})","uap == NULL"],"error"],' +
      '[118,["Create agent session, control unit {unit:u32}"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[126,["Registered new agent"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[134,["Updated agent"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[142,["Updated agent (no changes)"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[150,["Unregistered agent"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[159,["Request for {request:rest}","Request to {request:rest}"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[174,["Not allowed to register multiple agents","Session already has a registered agent"],"error"],' +
      '[184,["Session already has agent registered"],"error"],' +
      '[191,["Failed to register agent: {error:errno}"],"error"],' +
      '[198,["Register message size could not be read, {?error {error:errno} }data_size {length:u64}","Register message size too small for agent: ({length:u64} < {expectedLength:u64})","Mismatch between data size and payload length ({expectedLength:u64} != {length:u64})","Failed to read data into agent structure: {error:errno}","Cannot register NULL agent"],"error"],' +
      '[218,["Update message size could not be read, error {error:errno} data_size {length:u64}","Update message size ({length:u64} > {maximumLength:u32}) too large","Update message size too small for agent: ({length:u64} < {expectedLength:u64})"],"error"],' +
      '[232,["Basic agent parameters do not match, cannot update"],"error"],' +
      '[240,["Unregister message size too small for UUID: ({length:u64} < {expectedLength:u64})"],"error"],' +
      '[248,["Session has no agent","Session has no agent registered","Session has no agent to get","Session has no agent to update","Session has no matching agent"],"error"],' +
      '[264,["Failed to find session","Got a NULL session","Received a NULL session","Cannot register agent on NULL session","Cannot update agent on NULL session","Cannot unregister NULL session","Cannot assign nexus from NULL session"],"error"],' +
      '[286,["Send message {messageType:u32} for client (error {error:errno})"],"error","errors: always; successes: sysctl net.netagent.debug >= 6 (default 5)"],' +
      '[296,["Failed to send client message {messageType:u32} on control unit {unit:u32}"],"error"],' +
      '[305,["Client netagent message type ({messageType:u32}) is invalid"],"error"],' +
      '[313,["Requested netagent for nexus instance could not be found"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[321,["Requested netagent for nexus instance is not a nexus provider"],"error"],' +
      '[330,["Requested netagent for nexus instance is not active"],null,"sysctl net.netagent.debug >= 6 (default 5)"],' +
      '[338,["Agent assigned nexus properties to client"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[346,["Client assignment failed: {error:errno}"],"error"],' +
      '[355,["Assign message is too short","Group assign message is too short","Failed to read uuid for assign message: {error:errno}","Failed to read assign message: {error:errno}"],"error"],' +
      '[369,["Failed to send client group message {messageType:u32} on control unit {unit:u32}"],"error"],' +
      '[376,["Requested netagent for group operation is not a group provider"],"error"],' +
      '[383,["Requested netagent for group operation is not active"],null,"sysctl net.netagent.debug >= 6 (default 5)"],' +
      '[390,["Agent assigned group members to client"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[398,["Client group assignment failed: {error:errno}"],"error"],' +
      '[405,["netagent_assert: Requested netagent UUID is not registered"],"error"],' +
      '[415,["Failed to send client tokens needed message on control unit {unit:u32}"],"error"],' +
      '[422,["Session cannot add more tokens"],"error"],' +
      '[429,["No token received","Token length is invalid ({length:u64})"],"error"],' +
      '[438,["Network agent for request UUID could not be found"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[445,["Network agent does not have any tokens"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[452,["Copied token content (error {error:errno})"],"error","errors: always; successes: sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[461,["Copied agent content (error {error:errno})"],"error","errors: always; successes: sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[471,["Provided user buffer is too small ({length:u32} < {expectedLength:u32})"],"error"],' +
      '[479,["Client does not hold the necessary entitlement to get netagent information"],"error"],' +
      '[488,["Type requested for invalid netagent"],"error"],' +
      '[496,["Flags requested for invalid netagent","Attempt to set flags for invalid netagent","Generation requested for invalid netagent"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[507,["Interface event with no associated agent"],null,"sysctl net.netagent.debug >= 7 (default 5)"],' +
      '[516,["Failed to send response"],"error"],' +
      '[524,["Got a bad packet, length ({length:u64}) < sizeof header ({expectedLength:u64})","mbuf_copydata failed for the header: {error:errno}","No payload received","Payload length is invalid ({length:u64})","Buffer length is invalid ({length:u64})"],"error"],' +
      '[540,["Received unknown message type {messageType:u32}","Received unknown option"],"error"],' +
      '[550,["NETAGENT_MESSAGE_TYPE_{request:retired-request} no longer supported"],"error"],' +
      '[560,["Failed to allocate agent","Failed to allocate client for trigger","Failed to allocate assign message ({length:u64} bytes)","Failed to allocate group assign message ({length:u64} bytes)"],"error"],' +
      '[574,["Invalid argument: agent_changed","Invalid arguments for netagent_get_agent_domain_and_type {domain:pointer} {type:pointer}"],"error"],' +
      '[585,["ctl_register failed: {error:errno}","mbuf_tag_id_find_internal failed: {error:errno}","lck_grp_attr_alloc_init failed","lck_grp_alloc_init failed","lck_attr_alloc_init failed"],"error"]' +
      ']'},
    {"name":"kernel.power-details","title":"Kernel power: settings, alarms, lid, displays, hibernation, failed sleeps","at":"grammars/kernel/power-details.grammar:4","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"{?PMRD: }","names":"settings-changed setting-set setting-read setting-unknown setting-listener-joined settings-reviewed idle-time-set sleep-timer-changed idle-sleep-flag sleep-disabled-flag sleep-disabled-flag-cleared sleep-supported setting-failed property-unknown disk-spindown-accelerated disk-spindown-restored pro-mode-engaged pro-mode-disengaged audio-notice-failed test-event user-assertions cpu-assertion-held cpu-assertions event-taken boot-event-claimed shutdown-event-claimed capability-clients-joined preventers-not-listed power-button-pressed lid-state-at-alarm lid-sleep-mask lid-sleep-enabled lid-sleep-disabled lid-close-repeated desktop-mode lid-after-full-wake display-used display-wish display-changed display-idle-requested display-timer-ignored child-notice-planned child-notice-not-planned alarms user-alarms user-alarm-time calendar-alarm-used wake-time-set wake-time-passed hibernation-retry-planned sleep-kind-settings sleep-factors sleep-kind-chosen sleep-kind-handler-failed sleep-kind-compared sleep-kind-matched standby-delay standby-delay-missing hibernate-mode hibernation-off-at-low-battery hibernation-aborted hibernation-written hibernation-read assertion-after-wake sleep-delays sleep-delay-started sleep-delay-ended sleep-clock-compared aot-sleep aot-wake aot-wake-earlier aot-wake-too-close aot-evaluated aot-ended aot-counts aot-linger aot-driver trace-point component-trace-point trace-client-unknown trace-started trace-bus-found sleep-failed sleep-failed-in-firmware shutdown-after-failures restart-for-evidence failure-provoked evidence-none evidence-saved evidence-not-saved evidence-unreadable evidence-size stacks-taken stacks-not-taken stacks-for-power-button stacks-stored stacks-too-large evidence-not-stored evidence-deleted evidence-not-deleted evidence-compressed evidence-buffer evidence-buffer-failed","messages":
      '[' +
      '[12,["aggressiveness changed: system {fromMinutes:u32}->{toMinutes:u32}, display {displayMinutes:u32}"]],' +
      '[18,["setAggressiveness({options:hex}) {setting:word} = {value:u32}"]],' +
      '[24,["getAggressiveness({source:i32}) {setting:word} = {value:u32}"],null,"the boot-arg io debug flag"],' +
      '[32,["getAggressiveness type {setting:hex} not found"]],' +
      '[38,["joinAggressiveness {driver:label} {object:pointer}"],"debug","internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[47,["Force re-evaluating aggressiveness"]],' +
      '[54,["idle time -> {ms:i32} ms (ena {enabled:i32})","idle time -> {seconds:i32} secs (ena {enabled:i32})"]],' +
      '[62,["extra sleep timer changed"]],' +
      '[68,["Setting gNoIdleFlag to {value:u32} from device tree"]],' +
      '[75,["Setting gSleepDisabledFlag to {value:u32} from device tree"]],' +
      '[82,["Clearing gSleepDisabledFlag due to test_sleep_in_vm boot-arg"]],' +
      '[89,["setSleepSupported({flags:hex})"]],' +
      '[95,["PMSetting({setting:label}) error {error:hex} from {driver:label}"],null,"internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[104,["setProperties({property:label}) not handled"]],' +
      '[110,["disk spindown accelerated, was {minutes:u32} min","disk spindown accelerated"]],' +
      '[118,["disk spindown restored to {minutes:u32} min"]],' +
      '[124,["ProModeEngaged"]],' +
      '[130,["ProModeDisengaged"]],' +
      '[136,["LowLatencyAudioNotify error"]],' +
      '[142,["SetProperties: setting clamshell close","SetProperties: setting clamshell open","SetProperties: setting ac detach","SetProperties: setting ac attach","SetProperties: setting desktopmode","SetProperties: removing desktopmode"],null,"internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[162,["assertionsUser {fromMask:pointer}->{mask:pointer}","assertionsUser {mask:pointer}"]],' +
      '[170,["cpu assertion held for {ms:u64} ms by {ownerId:pointer}"]],' +
      '[177,["CPU assertions {held:i32}"]],' +
      '[184,["power event {event:u32} args {object:pointer} {value:pointer}"]],' +
      '[190,["claimSystemBootEvent({reason:label}, {device:label}, {flags:hex})"],"debug","internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[198,["claimSystemShutdownEvent({reason:label}, {device:label}, {flags:hex})"],"debug","internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[206,["destroyed capability client set {object:pointer}"]],' +
      '[213,["Print buffer exhausted for sleep preventers list"]],' +
      '[219,["power button pressed during wake. phase = {phase:u32}","power button pressed when system is up","Powerbutton press"],"debug","internal (DEVELOPMENT or DEBUG) kernels; before macOS 10.15 the boot-arg io debug flag"],' +
      '[234,["shouldSleepOnRTCAlarmWake: clamshell closed {lidClosed:u32}, disabled {lidSleepDisabled:u32}/{lidMask:hex}, desktopMode {desktopMode:u32}, ac {ac:u32}","shouldSleepOnRTCAlarmWake: clamshell closed {lidClosed:u32}, disabled {lidSleepDisabled:u32}, desktopMode {desktopMode:u32}, ac {ac:u32} sleepDisabled {sleepDisabled:u32}"]],' +
      '[245,["setClamShellSleepDisable({fromMask:hex}->{mask:hex})","setDisableClamShellSleep({mask:hex})"]],' +
      '[253,["Clamshell enabled"]],' +
      '[260,["Clamshell disabled"]],' +
      '[267,["Ignoring redundant Clamshell close event"]],' +
      '[274,["Desktop mode {desktopMode:i32}","Desktop mode"]],' +
      '[283,["fullWakeDelayedWork cap cur {capability:hex} pend {pendingCapability:hex} high {highestCapability:hex}, clamshell disable {lidSleepDisabled:hex}/{lidMask:hex}"]],' +
      '[293,["display wrangler tickled"]],' +
      '[299,["wrangler {client:word} (ps {powerState:u32}, {fromPowerState:u32}->{toPowerState:u32})"]],' +
      '[306,["wrangler {message:word} ps {powerState:i32}"]],' +
      '[312,["Requested wrangler idle"]],' +
      '[318,["wrangler->setIgnoreIdleTimer({ignored:i32})","wrangler setIgnoreIdleTimer(1) due to pre-existing assertion"]],' +
      '[326,["delayChildNotification for {registryId:pointer}"]],' +
      '[333,["Avoiding delayChildNotification on object {registryId:pointer}. flags: {flags:hex}"]],' +
      '[342,["scheduled alarm mask {mask:hex}","_scheduledAlarms = {mask:hex}"]],' +
      '[350,["_userScheduledAlarmMask {mask:hex}","_userScheduledAlarm = {mask:hex}"]],' +
      '[358,["gIOPMSettingAutoWakeCalendarKey {time:calendar-time}"]],' +
      '[365,["use _calendarWakeAlarmUTC","use _scheduledAlarmUTC"]],' +
      '[374,["setWakeTime: {time:calendar-time}"]],' +
      '[381,["wakeAbs {wakeAt:u64} < nowAbs {now:u64}"]],' +
      '[388,["wake in {seconds:u32} secs for hibernateDisabled {disabled:i32}, hibernateAborted {aborted:i32}, standbyNixed {standbyNixed:i32}"]],' +
      '[398,["phase {phase:i32}, standby {standby:i32} delay {standbyDelay:u32} timer {standbyTimer:u32}, poweroff {powerOff:i32} delay {powerOffDelay:u32} timer {powerOffTimer:u32}, hibernate {hibernateMode:hex}"]],' +
      '[406,["sleep factors {factors:pointer}, {names:rest}","sleep factors {factors:pointer} {names:rest}","sleep factors {factors:pointer}","sleep factors {factors:word}"]],' +
      '[418,["sleep params v{version:u32}, type {kind:u32}, flags {flags:hex}, wake {wakeEvents:hex}, timer {timer:u32}, poweroff {powerOffTimer:u32}"]],' +
      '[425,["sleep policy handler error"]],' +
      '[431,["mask {mask:hex}, bits {bits:hex}, flags {flags:hex}, wake {wakeEvents:hex}, mismatch {mismatch:hex}"]],' +
      '[438,["^ found match"]],' +
      '[444,["standby delay {seconds:u32}, reset {resetAt:u32}","standby delay {seconds:u32}, elapsed {elapsedSeconds:u32}"]],' +
      '[452,["Standby delay is not set"]],' +
      '[459,["hibernateMode {mode:hex}"]],' +
      '[465,["HibernateMode is 0. Not sending LowBattery factor to IOPPF"]],' +
      '[472,["Hibernation aborted","hibernation aborted {aborted:i32}, options {options:hex}"]],' +
      '[480,["PMStats: Hibernate write took {ms:u64} ms"]],' +
      '[486,["PMStats: Hibernate read took {ms:u64} ms"]],' +
      '[494,["Updated assertOnWake {seconds:u64}"]],' +
      '[501,["Updated sleepDelaysReport {toDarkSeconds:u64} {toSleepSeconds:u64}"]],' +
      '[508,["sleepDelaysReport {fromCapability:hex}->{toCapability:hex} start at {startedAt:pointer}"]],' +
      '[515,["sleepDelaysReport {fromCapability:hex}->{toCapability:hex} end {ticks:pointer}"]],' +
      '[522,["{function:word} PMU before going to sleep {seconds:u64} s {microseconds:i32} u {before:u64} abs_b_PEG {after:u64} abs_a_PEG"],null,"internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[532,["aotSleep at {time:calendar-time} sched: {wakeTime:calendar-time}"]],' +
      '[539,["aotWake at {time:calendar-time} sched: {wakeTime:calendar-time}"]],' +
      '[546,["accelerate _aotWakeTime for exit","accelerate _aotWakeTime for assertion"]],' +
      '[555,["AOT wake window cancel: {now:u64}, {wakeAt:u64}"]],' +
      '[562,["aotEvaluate({timer:i32}) {flags:hex}"]],' +
      '[569,["AOT exit for {reason:label}, sc {sleeps:i32} po {possible:i32}, cp {confirmed:i32}, rj {rejected:i32}, ex {expired:i32}, nt {noTimeSet:i32}, rt {alarms:i32}"]],' +
      '[577,["IOPMAOTAnalytics possibleCount: {possible:u32}, confirmedPossibleCount: {confirmed:u32}, rejectedPossibleCount: {rejected:u32}, expiredPossibleCount: {expired:u32}"]],' +
      '[585,["aot linger before sleep","aot linger no return"]],' +
      '[594,["aotPS {driver:label}0x{registryId:pointer}[{powerState:i32}]"]],' +
      '[603,["trace point {point:hex} msgType {messageType:hex} detail {detail:hex}","trace point {point:hex} msg {messageType:hex} to {client:label}","trace point {point:hex} msg {messageType:hex}","trace point {point:hex} detail {detail:hex}","trace point {point:hex}"]],' +
      '[618,["component trace point {component:hex} data {data:hex}"]],' +
      '[625,["Unknown notifier"]],' +
      '[632,["PMTraceWorker {object:pointer}"]],' +
      '[638,["PMTrace found PCI host bridge {provider:label}->{driver:label}"]],' +
      '[646,["Sleep failure code {detail:hex} {phase:hex}"]],' +
      '[652,["Sleep Wake failure in EFI"]],' +
      '[659,["Shutting down due to repeated Sleep/Wake failures"]],' +
      '[665,["Calling panic prevented by swd_panic boot-args. Calling restart","Restarting to collect Sleep wake debug logs"]],' +
      '[673,["Causing sleep wake failure in phase {phase:hex}"],"debug","internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[681,["No sleep wake failure string","No SleepWake failure or OSWatchdog failure string to read","Ignoring zero byte SleepWake failure string"]],' +
      '[692,["Saved SleepWake failure string to file.","Saved SleepWake zipped data to file.","Saved {bytes:i32} bytes to file {path:rest}"]],' +
      '[702,["Failed to save SleepWake failure string to file. error:{error:errno}","Failed to save SleepWake zipped data to file. error:{error:errno}","Failed to save sleep wake log. err {errorHex:hex}","Failed to open the file {path:rest}","Bailing as this is not a regular file"]],' +
      '[716,["No SleepWake blob to read beyond chunk {chunk:i32}","Could not read the property :-("]],' +
      '[725,["Concatenated length for the SWD blob {bytes:i32}"]],' +
      '[732,["Taking snapshot. bytesRemaining: {bytesLeft:i32}","stack_snapshot_from_kernel returned {error:hex}. pid: {pid:pid} bufsize:{bufferSize:hex} flags:{flags:pointer} bytesWritten: {bytes:i32}"]],' +
      '[741,["Failed to get stackshot({error:hex}) bufsize:{bufferSize:hex} flags:{flags:pointer}","No buffer allocated to save failure stackshot","Insufficient buffer size for only kernel task"]],' +
      '[752,["Powerbutton: down. Taking stackshot","PowerButton: up callout. Delete stackshot"],"debug","internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[763,["Successfully saved stackshot to NVRAM"]],' +
      '[770,["Compressed failure stackshot is too large. size={bytes:i32} bytes","Compressed failure stackshot of kernel+dexts is too large size={bytes:i32} bytes","Compressed failure stackshot of only kernel is too large size={bytes:i32} bytes"]],' +
      '[781,["Failed to update NVRAM {chunk:i32}","Failed to update NVRAM with leftovers","No space to GZIP... not writing to NVRAM","Failed to write SleepWake failure string","Failed to write OSWatchdog failure string","Failed to write SleepWake failure panic key","Failed to force nvram sync"]],' +
      '[800,["Deleting stackshot on successful wake","Deleting any sleepwake failure data in nvram"]],' +
      '[809,["Removing {name:word} returned false"]],' +
      '[816,["Alloc in zipping {items:i32} items of size {size:i32}","Offset {offset:u64}","ZERR {result:i32}","Total output size {bytes:i32}","PMRD inited the zlib allocation routines"]],' +
      '[831,["SleepWake debug buffer size:{size:hex} spindump offset:{offset:hex}"]],' +
      '[838,["Failed to allocate Memory descriptor for sleepWake debug spindump","Failed to allocate Memory descriptor for sleepWake debug"]]' +
      ']'},
    {"name":"kernel.shutdown","title":"Kernel: shutdown and restart, and who holds them up","at":"grammars/kernel/power-details.grammar:848","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"{?PMRD: }","names":"driver-slow handler-slow drivers-done total-time-log total-time driver-waited-for driver-acknowledged-unasked power-quiet unmount-waited driver-extensions-stopped drivers-counted layer-counted driver-skipped worker-started worker-done","messages":
      '[' +
      '[854,["{end:word} driver {driver:label} ({registryId:pointer}) took {ms:u32} ms"]],' +
      '[862,["{end:word} handler {handler:pointer} took {ms:u32} ms"]],' +
      '[868,["{end:word} all drivers took {ms:u32} ms"]],' +
      '[874,["{end:word} total {ms:i32} ms:{log:rest}"]],' +
      '[881,["{end:word} total {ms:u32} ms"]],' +
      '[888,["{end:word} still waiting on {driver:label}"]],' +
      '[894,["{driver:label} acknowledged without worker property"]],' +
      '[900,["PM quiesce took {ms:u32} ms"]],' +
      '[907,["waitQuiet() for unmount {ms:u64} ms"]],' +
      '[914,["IOServicePH::systemHalt took {ms:u64} ms"]],' +
      '[921,["PM nodes {drivers:u32}, maxDepth {layers:u32}, workers {workers:u32}"]],' +
      '[927,["Nodes at depth {layer:u32} = {drivers:u32}"]],' +
      '[933,["Skipped PM node {driver:label}"]],' +
      '[939,["PMHaltWorker {worker:pointer}"]],' +
      '[945,["All done for worker: {worker:pointer} (visits = {visits:u32})","PMHaltWorker free {worker:pointer}"]]' +
      ']'},
    {"name":"kernel.power","title":"Kernel power: the machine falls asleep and wakes","at":"grammars/kernel/power.grammar:10","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"{?PMRD: }","names":"transition-start transition-finish transition-override transition-done policy-evaluated state-adjusted system-sleep system-wake cpu-wake sleep-reason wake-events wake-event-claimed dark-wake dark-wake-entry dark-wake-decision dark-wake-clamped driver-clamped driver-unclamped driver-clamp-used dark-wake-promotion-disabled dark-wake-activity user-activity user-activity-by-lid user-activity-at-sleep user-activity-stale user-activity-ignored user-active-requested user-active-request-unnamed notification-wake-end full-wake full-wake-requested full-wake-by-firmware full-wake-withdrawn full-wake-refused sleep-prevented preventer-added preventer-removed driver-assertion-raised driver-assertion-dropped sleep-cancelled sleep-reverted sleep-duplicate sleep-for-heat dark-wake-too-hot sleep-for-battery battery-low sleep-asked sleep-answered sleep-announced clients-skipped disks-told disks-told-capability disks-wait disks-flush-started disks-flushed wake-announced capability-unchanged idle-timer-expired idle-timer-set idle-timer-extended idle-timer-not-set idle-timer-cancelled idle-sleep-enabled idle-sleep-disabled user-inactive-since user-inactive idle-sleep-too-late lid-closed lid-opened lid-state cycle-id cycle-id-cleared next-alarm client-slow client-veto","messages":
      '[' +
      '[16,["=== START ({fromState:power-state}->{toState:power-state}, {fromCapability:hex}->{toCapability:hex}, {flags:hex}) gen {generation:u32}, msg {messages:hex}, tag {tag:hex}","=== START ({fromState:power-state}->{toState:power-state}, {flags:hex}) type {kind:u32}, gen {generation:u32}, msg {messages:hex}, dcp {desiredCapability:hex}:{fromCapability:hex}:{toCapability:hex}","=== START ({fromState:word}->{toState:word}, {flags:hex}) type {kind:u32}, gen {generation:u32}, msg {messages:hex}, dcp {desiredCapability:hex}:{fromCapability:hex}:{toCapability:hex}"]],' +
      '[31,["=== FINISH ({fromState:power-state}->{toState:power-state}, {fromCapability:hex}->{toCapability:hex}, {flags:hex}) gen {generation:u32}, msg {messages:hex}, tag {tag:hex}","=== FINISH ({fromState:power-state}->{toState:power-state}, {flags:hex}) type {kind:u32}, gen {generation:u32}, msg {messages:hex}, dcp {desiredCapability:hex}:{fromCapability:hex}:{toCapability:hex}, dbgtimer {timer:u64}","=== FINISH ({fromState:word}->{toState:word}, {flags:hex}) type {kind:u32}, gen {generation:u32}, msg {messages:hex}, dcp {desiredCapability:hex}:{fromCapability:hex}:{toCapability:hex}, dbgtimer {timer:u64}"]],' +
      '[44,["PowerChangeOverride ({fromState:power-state}->{toState:power-state}, {fromCapability:hex}, {flags:hex}) tag {tag:hex}"]],' +
      '[52,["PowerChangeDone: {fromState:power-state}->{toState:power-state}","PowerChangeDone: {fromNumber:u32}->{toNumber:u32}"]],' +
      '[60,["evaluatePolicy( {stimulus:i32}, {argument:hex} )"]],' +
      '[66,["adjustPowerState {state:word}, asap {sleepAsap:u32}, idleSleepEnabled {idleSleepEnabled:u32}","adjustPowerState ps {state:word}, asap {sleepAsap:u32}, idleSleepEnabled {idleSleepEnabled:u32}"],"debug","internal (DEVELOPMENT or DEBUG) kernels; before macOS 10.15 the boot-arg io debug flag"],' +
      '[79,["System {?{kind:hibernation} }Sleep","System {kind:word}Sleep"]],' +
      '[88,["System Wake","System {kind:hibernation}Sleep Wake","System {kind:word}Wake"]],' +
      '[98,["gIOLastWakeAbsTime: {ticks:u64}"]],' +
      '[105,["sleep reason {reason:rest}"]],' +
      '[112,["system wake events: {reasons:rest}","system wake events:{reasons:rest}"]],' +
      '[120,["claimSystemWakeEvent({reason:label}, {device:label}, {flags:hex}) {pendingFlags:hex} {ready:i32}"]],' +
      '[129,["DarkWake from {kind:rest}"]],' +
      '[134,["dark wake entry"]],' +
      '[141,["DarkWake: sleepASAP {sleepAsap:u32}, clamshell closed {lidClosed:u32}, disabled {lidSleepDisabled:u32}/{lidMask:hex}, desktopMode {desktopMode:u32}, ac {ac:u32}"]],' +
      '[149,["dark wake power clamped after {ms:u32} ms","Graphics suppressed {ms:u32} ms"]],' +
      '[157,["power clamp enabled {driver:label} {registryId:pointer}, pendingCap {pendingCapability:hex}, ps {powerState:i32}, cflags {flags:hex}","+ plimit {driver:label} {object:pointer}"]],' +
      '[166,["power clamp removed {driver:label} {registryId:pointer}, pendingCap {pendingCapability:hex}, ps {powerState:i32}, cflags {flags:hex}","- plimit {driver:label} {object:pointer}"]],' +
      '[175,["power clamped {driver:label} {registryId:pointer}, ps {wantedPowerState:u32}->{powerState:u32}, cflags {flags:hex})","> plimit {driver:label} {object:pointer} ({wantedPowerState:u32}->{powerState:u32}, {flags:hex})"]],' +
      '[185,["dark wake promotion disabled at {ms:u32} ms"]],' +
      '[192,["latched tickle","User activity recorded while going to darkwake","User activity while in notification wake"]],' +
      '[202,["user activity reported {count:i32} lastSleepReason {lastSleepReason:i32}","display wrangler tickled1 {count:i32} lastSleepReason {lastSleepReason:i32}"]],' +
      '[210,["clamshell tickled {count:i32} lastSleepReason {lastSleepReason:i32}"]],' +
      '[216,["tellChangeDown::userActivityAtSleep {count:i32}"]],' +
      '[222,["ignoring lastActivityTime {activityAt:pointer}, now {now:pointer}, wake {wokeAt:pointer}"]],' +
      '[230,["user active dropped"]],' +
      '[236,["requestUserActive from {device:label} ({registryId:pointer}) for {reason:rest}"]],' +
      '[244,["requestUserActive: device is null","requestUserActive: no device name or registry entry"]],' +
      '[253,["Display sleep while in notification wake"]],' +
      '[260,["full wake {kind:word} (reason {reason:u32}) {ms:u32} ms"]],' +
      '[267,["Requesting full wake due to dark wake activity tickle","Requesting full wake after dark wake activity tickle"]],' +
      '[275,["EFI brought up graphics. Going to full wake. HibOptions: {options:hex}"]],' +
      '[282,["DisplayOn fullwake request is removed"]],' +
      '[289,["System cannot sustain full wake","full wake check: no AC"]],' +
      '[297,["System sleep prevented by {preventer:rest}"]],' +
      '[303,["Added {driver:label} to {kind:prevented-sleep} sleep preventers list (Total {total:u32})","prevent {kind:prevented-sleep} sleep list: {driver:label}+ ({total:u32})"]],' +
      '[312,["Removed {driver:label} from {kind:prevented-sleep} sleep preventers list (Total {total:u32})","prevent {kind:prevented-sleep} sleep list: {driver:label}- ({total:u32})"]],' +
      '[321,["PreventIdleSleep driver assertion raised","Driver assertion ReservedBit7 raised. Legacy IO preventing sleep"]],' +
      '[329,["PreventIdleSleep driver assertion dropped","Driver assertion ReservedBit7 dropped"]],' +
      '[337,["cancel dark->sleep","activitySinceSleep ABORT [{activityNow:u32}, {activityAtSleep:u32}]","tellNoChangeDown {fromState:power-state}->{toState:power-state}","tellNoChangeDown {fromNumber:u32}->{toNumber:u32}"]],' +
      '[349,["Reverting sleep with relative wake"]],' +
      '[357,["Duplicate lowBattery sleep"]],' +
      '[364,["Thermal overtemp message received!","PowerManagement emergency overtemp signal. Going to sleep!"]],' +
      '[372,["DarkWake thermal limits message received!"]],' +
      '[378,["Received kIOPMPowerEmergency"]],' +
      '[385,["Low battery notification received"]],' +
      '[392,["askChangeDown {fromState:power-state}->{toState:power-state}","askChangeDown {fromNumber:u32}->{toNumber:u32}"]],' +
      '[400,["askChangeDownDone({flags:hex}, {cancel:u32}) type {kind:hex}, cap {fromCapability:hex}->{toCapability:hex}"]],' +
      '[406,["tellChangeDown {fromState:power-state}->{toState:power-state}","tellChangeDown {fromNumber:u32}->{toNumber:u32}"]],' +
      '[414,["tellClientsWithResponse({message:label}, {phase:label}) {skipped:i32} of {total:i32} skipped in dark"]],' +
      '[422,["sysPowerDownHandler message {message:word}"]],' +
      '[428,["sysPowerDownHandler cap {fromCapability:hex} -> {toCapability:hex} (flags {flags:hex})"]],' +
      '[434,["sysPowerDownHandler max wait {seconds:i32} s"]],' +
      '[440,["disk_sync_callout ps={powerState:u32}"]],' +
      '[446,["disk_sync_callout finish"]],' +
      '[452,["tellChangeUp {fromState:power-state}->{toState:power-state}","tellChangeUp {fromNumber:u32}->{toNumber:u32}"]],' +
      '[460,["MESG cap {fromCapability:hex}->{toCapability:hex} did change"]],' +
      '[467,["sleep timer expired"]],' +
      '[473,["idle timer set for {ms:u32} milliseconds","idle timer set for {seconds:u32} seconds"]],' +
      '[481,["startIdleSleepTimer increasing timeout from {fromMs:u32} to {toMs:u32}"]],' +
      '[488,["idle timer not set (noidle={noIdle:i32})"]],' +
      '[495,["idle timer cancelled"]],' +
      '[501,["idle sleep timer enabled"]],' +
      '[507,["idle sleep timer disabled"]],' +
      '[513,["user inactive {inactiveMinutes:u32} min, time to idle sleep {minutesToSleep:u32} min"]],' +
      '[519,["user inactive"]],' +
      '[525,["Cannot cancel idle sleep"]],' +
      '[532,["Clamshell closed"]],' +
      '[538,["Clamshell opened"]],' +
      '[544,["clamshell closed {lidClosed:u32}, disabled {lidSleepDisabled:u32}/{lidMask:hex}, desktopMode {desktopMode:u32}, ac {ac:u32}","clamshell closed {lidClosed:u32}, disabled {lidSleepDisabled:u32}, desktopMode {desktopMode:u32}, ac {ac:u32} sleepDisabled {sleepDisabled:u32}"]],' +
      '[552,["SleepWake UUID queued: {uuid:uuid}"]],' +
      '[559,["SleepWake UUID cleared"]],' +
      '[565,["next alarm ({kind:label}) in {seconds:u32} secs","next alarm ({kind:label}) {time:calendar-time}"]],' +
      '[575,["PM notification timeout (pid {pid:pid}, {process:label})","PM response took {ms:u32} ms ({pid:pid}, {process:label})","PM {priority:label}notification timeout (service: {service:label}, client: {process:label})","PM {priority:label}notification timeout (pid {pid:pid}, {process:label})","PM {priority:label}notification timeout ({process:label})","PM priority notification timeout"]],' +
      '[594,["PM notification cancel (pid {pid:pid}, {process:label})"]]' +
      ']'},
    {"name":"kernel.power-steps","title":"Kernel power: who is told of sleep and wake, and how long each takes","at":"grammars/kernel/power.grammar:602","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"PMRD: ","names":"client-responded client-needs-time client-acknowledged client-not-told client-told driver-took child-notice-delayed driver-tagged properties-refused alarm-set change-requested shutdown-notice-started shutdown-notice-done preventers step-reached","messages":
      '[' +
      '[608,["{message:word}[{index:u32}] response from pid {pid:pid}, {process:label} took {ms:i32} ms","{message:word}[{index:u32}] response from {process:label} took {ms:i32} ms","Response from kext UUID {uuidHigh:pointer}-{uuidLow:pointer} took {ms:i32} ms(response:{response:i32})","Response from {process:label} took {ms:i32} ms(response:{response:i32})"]],' +
      '[625,["{message:word}[{index:u32}] response from {process:label} took {ms:i32} ms (ack in {ackInUs:i32} us)"]],' +
      '[633,["{message:word}[{index:u32}] ack from {process:label} took {ms:i32} ms"]],' +
      '[641,["{message:word} to pid {pid:pid}, {process:label} dropped","{message:word} to {process:label} dropped"]],' +
      '[652,["{message:word}[{index:u32}] to pid {pid:pid}, {process:label}","{message:word}[{index:u32}] to {process:label}","{message:word} to pid {pid:pid}, {process:label}","{message:word} to {process:label}"]],' +
      '[669,["{driver:label}[{registryId:pointer}]::{call:word}({powerState:u32}) {mode:label}took {ms:i32} ms"]],' +
      '[677,["{driver:label}: delay child notify"]],' +
      '[683,["{driver:label} tag flags {flags:hex}"]],' +
      '[688,["{function:word} failed, process pid {pid:pid}, {process:label} is not {missing:rest}","{function:word} failed, process {process:label} is not {missing:rest}"]],' +
      '[698,["{kind:word} {time:calendar-time}"]],' +
      '[706,["{request:word}({state:word}, {tag:hex})","{request:change-request}({number:u32})"]],' +
      '[715,["{step:word} msgType = {messageType:hex}"]],' +
      '[722,["{step:word} done"]],' +
      '[728,["{kind:preventers-kind} Sleep Preventers: {drivers:rest}"]],' +
      '[734,["{step:word}"]]' +
      ']'},
    {"name":"kernel.power-drivers","title":"Kernel power: drivers that are slow, fail, or break a sleep off","at":"grammars/kernel/power.grammar:741","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"names":"driver-timeout interest-timeout driver-call-timeout driver-took client-odd-answer idle-cancelled idle-reverted request-not-allocated driver-panic-disabled watchdog-object-stale watchdog-object-blocked","messages":
      '[' +
      '[746,["{driver:label}::setPowerState({object:pointer}, {fromPowerState:u64} -> {toPowerState:u64}) timed out after {ms:i32} ms"]],' +
      '[753,["{driver:label}::powerState{phase:word}ChangeTo({object:pointer}, {service:label}, {fromPowerState:u64} -> {toPowerState:u64}) timed out after {ms:i32} ms"]],' +
      '[760,["{driver:label}: waitForPMDriverCall timeout"]],' +
      '[766,["{driver:label}::powerStateChange type({kind:i32}) to({powerState:u64}) async took {ms:i32} ms"]],' +
      '[774,["{driver:label}: client {client:pointer} returned {answer:u64} for {message:label}"]],' +
      '[781,["{object:label}: idle cancel, state {state:u32}"]],' +
      '[787,["{object:label}: idle revert, state {state:u32}"]],' +
      '[793,["{driver:label}: No memory for PM request type {kind:hex}"]],' +
      '[798,["setPowerState panic disabled by setpowerstate_panic boot-arg","setPowerState panic disabled by kernPOST boot-arg"]],' +
      '[807,["WDOG:Object {object:label} unexpected in blocked array"]],' +
      '[813,["WDOG:Object {object:label} is already blocked for responses. Ignoring timeout {timeout:i32}"]]' +
      ']'},
    {"name":"kernel.wake-driver","title":"Kernel power: a platform driver names what woke the machine","at":"grammars/kernel/power.grammar:821","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"probe":"Wake reason:","names":"wake-reason","messages":
      '[' +
      '[826,["Wake reason: {reason:rest}","{driver:word} Wake reason: {reason:rest}"]]' +
      ']'},
    {"name":"kernel.process","title":"Kernel: crashed processes, processes over CPU and wakeup limits, signals the kernel sends","at":"grammars/kernel/process.grammar:2","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"names":"corpse-allowed corpse-refused crashed-too-many-corpses corpse-impossible corpse-purged corpse-released corpse-enqueued corpse-report-failed cpu-limit cpu-limit-silently cpu-usage cpu-usage-lifetime cpu-ledger cpu-ledger-limit wakeups-limit wakeups-limit-silently disk-limit disk-limit-coalition descriptors-limit ports-limit threads-limit sending-signal exited-critical exit-reason-unreadable core-file-written core-file-failed panic-on-crash-disabled text-corruption code-page-invalid code-page-mismatch code-invalid-refused exit-during-freeze exit-stuck exit-reason-lost exit-usage-lost exit-held exit-held-over","messages":
      '[' +
      '[7,["{process:label}[{pid:pid}] Corpse allowed {count:u32} of {max:u32}"]],' +
      '[16,["{process:label}[{pid:pid}] Corpse failure, too many {count:u32}","{process:label}[{pid:pid}] Corpse failure, too many faults {count:u32}"]],' +
      '[28,["Process[{pid:pid}] crashed: {process:label}. Too many corpses being created."]],' +
      '[37,["Process[{pid:pid}] has no vm space for corpse info.","Process[{pid:pid}] was destined to be corpse. But corpse is disabled by config.","Process[{pid:pid}] has been terminated before it could be converted to a corpse.","corpse for pid {pid:pid} disabled via SPI"]],' +
      '[50,["Memory pressure corpse purge for pid {pid:pid}.","Purging corpses......"]],' +
      '[58,["Corpse released, count at {count:u32}"]],' +
      '[65,["Lightweight corpse enqueued for task {task:hex}.","Full corpse {corpse:hex} enqueued for task {task:hex}.","Lightweight corpse enqueued for {process:label}","Full corpse enqueued for {process:label}"]],' +
      '[78,["Failed to send exception EXC_CORPSE_NOTIFY. error code: {error:i32} for pid {pid:pid}"],"error"],' +
      '[86,["process {process:label}[{pid:pid}] thread {thread:u64} caught burning CPU! It used more than {percent:u32}% CPU over {overSeconds:u64} seconds"]],' +
      '[94,["process {process:label}[{pid:pid}] thread {thread:u64} caught burning CPU! EXC_RESOURCE{?{termination:label}} {suppressed:suppressed} {cause:rest}"]],' +
      '[103,["(actual recent usage: {percent:u32}% over ~{overSeconds:u64} seconds)","  (actual recent usage: {percent:u32}% over ~{overSeconds:u64} seconds)"]],' +
      '[112,["Thread lifetime cpu usage {seconds:i32}.{microseconds:u32}s, ({userSeconds:i32}.{userMicroseconds:u32} user, {systemSeconds:i32}.{systemMicroseconds:u32} sys)","  Thread lifetime cpu usage {seconds:i32}.{microseconds:u32}s, ({userSeconds:i32}.{userMicroseconds:u32} user, {systemSeconds:i32}.{systemMicroseconds:u32} sys)"]],' +
      '[124,["Ledger balance: {balance:u64}; mabs credit: {credit:u64}; mabs debit: {debit:u64}","  Ledger balance: {balance:u64}; mabs credit: {credit:u64}; mabs debit: {debit:u64}"]],' +
      '[134,["mabs limit: {limit:u64}; mabs period: {periodNs:u64} ns; last refill: {lastRefillNs:u64} ns{violation:label}.","  mabs limit: {limit:u64}; mabs period: {periodNs:u64} ns; last refill: {lastRefillNs:u64} ns{violation:label}."]],' +
      '[145,["process {process:label}[{pid:pid}] caught waking the CPU {wakeups:u64} times over ~{overSeconds:u64} seconds, averaging {perSecond:u64} wakes / second and violating a {?{fatal:fatal-mark} }limit of {limit:u64} wakes over {limitSeconds:u64} seconds.","process {process:label}[{pid:pid}] caught waking the CPU {wakeups:u64} times over ~{overSeconds:u64} seconds, averaging {perSecond:u64} wakes / second and violating a {fatal:word}limit of {limit:u64} wakes over {limitSeconds:u64} seconds."]],' +
      '[158,["process {process:label}[{pid:pid}] caught causing excessive wakeups. EXC_RESOURCE {suppressed:suppressed} {cause:rest}"]],' +
      '[165,["process [{pid:pid}] caught causing excessive I/O (flavor: {flavor:i32}). Task I/O: {taskMb:u64} MB. [Limit : {limitMb:u64} MB per {limitSeconds:u64} secs]"]],' +
      '[173,["Coalition [{coalition:u64}] caught causing excessive I/O (flavor: {flavor:i32}). Task I/O: {taskMb:u64} MB. [Limit : {limitMb:u64} MB per {limitSeconds:u64} secs]. Triggered by process [{pid:pid}]"]],' +
      '[181,["process {process:label}[{pid:pid}] caught allocating too many file descriptors.  Num of fds allocated {count:u32};"]],' +
      '[189,["process {process:label}[{pid:pid}] caught allocating too many mach ports.  Num of ports allocated {count:u32};","process {process:label}[{pid:pid}] caught allocating too many kqworkloops.  Num of kqworkloops allocated {count:u32};"]],' +
      '[200,["process {process:label}[{pid:pid}] crossed thread count high watermark ({count:u32}), sending EXC_RESOURCE"]],' +
      '[208,["[{process:label}: killed] sending signal {signal:signal-number} and force exiting process","[{process:label}: killed] sending signal {signal:signal-number} to process","[{process:label}] sending signal {signal:signal-number} to process"]],' +
      '[222,["pid {pid:pid} exited -- exit reason namespace {namespace:OS_REASON_namespace} subcode {code:hex}, description {description:rest}","pid {pid:pid} exited -- no exit reason available -- (signal {signal:signal-number}, exit {code:i32})"]],' +
      '[232,["exit reason has invalid exit reason buffer","launchd exit reason has invalid exit reason buffer","exit reason buffer type mismatch, expected {expected:i32} got {got:i32}","launchd exit reason buffer type mismatch, expected {expected:i32} got {got:i32}"],null,"internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[246,["Generated core file for pid: {pid:pid} in {seconds:i32}.{milliseconds:u32} seconds","Generated initproc core file in {seconds:i32}.{milliseconds:u32} seconds"],null,"internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[256,["Failed to generate core file for pid: {pid:pid}: error {error:errno}, took {seconds:i32}.{milliseconds:u32} seconds","Failed to generate initproc core file: error {error:errno}, took {seconds:i32}.{milliseconds:u32} seconds"],null,"internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[267,["panic-on-crash disabled via boot-arg"]],' +
      '[274,["Text page corruption detected in dying process {pid:pid}"]],' +
      '[281,["CODE SIGNING: cs_invalid_page({address:hex}): p={pid:pid}[{process:label}] final status {status:hex}, {verdict:rest}"]],' +
      '[289,["CODE SIGNING: cs_invalid_page({address:hex}): p={pid:pid}[{process:label}]"],null,"verbose or cs_debug setting"],' +
      '[297,["CODE SIGNING: cs_allow_invalid() not allowed by pmap: pid {pid:pid}"]],' +
      '[304,["memorystatus_remove: Process[{pid:pid}] tried to exit while being frozen. Blocking exit until freeze completes."]],' +
      '[312,["exit_thread failed to exit, leaving process {process:label}[{pid:pid}] in unkillable limbo"]],' +
      '[320,["exit_with_pac_exception: failed to allocate exit reason"]],' +
      '[327,["Warning : lost p_ru for {process:label}"]],' +
      '[333,["proc_exit_lpexit_check: Process[{pid:pid}] waiting during proc_exit at pos {position:i32} as requested"],null,"internal (DEVELOPMENT or DEBUG) kernels"],' +
      '[340,["proc_exit_lpexit_check: Process[{pid:pid}] driving on from pos {position:i32}"],null,"internal (DEVELOPMENT or DEBUG) kernels"]' +
      ']'},
    {"name":"kernel.system-event","title":"Kernel: marks of boot and state that launchd and the kernel set","at":"grammars/kernel/process.grammar:348","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"names":"mark-set","messages":
      '[' +
      '[353,["[System Event] [{ticks:u64}] [{kind:word}] [Subsystem: {source:label}] [Event: {event:label}] {payload:rest}"]]' +
      ']'},
    {"name":"kernel.tcp","title":"Kernel TCP: connections that were not diverted, and what policy dropped","at":"grammars/kernel/tcp.grammar:11","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"names":"connect-outgoing connect-incoming connected listen socket-event connection-summary connection-flags drop control-drop control-segment state-changed round-trip round-trip-of-route round-trip-changed keepalive channel-flow output-trace trace","messages":
      '[' +
      '[18,["tcp connect outgoing: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}","tcp connect outgoing: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest}"]],' +
      '[34,["tcp connect incoming: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}\\nso_qlimit: {queue:i32} so_qlen: {queued:i32} so_incqlen: {halfOpen:i32}","tcp connect incoming: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}","tcp connect incoming: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest}"]],' +
      '[48,["tcp connected: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}\\nso_qlimit: {queue:i32} so_qlen: {queued:i32} so_incqlen: {halfOpen:i32}","tcp connected: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}","tcp connected: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest}"]],' +
      '[65,["tcp listen: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} so_qlimit: {queue:i32} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}"]],' +
      '[75,["tcp {event:label}: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}\\nso_qlimit: {queue:i32} so_qlen: {queued:i32} so_incqlen: {halfOpen:i32}","tcp {event:label}: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {counters:rest} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}"],null,"accept: always; bind: a flag of sysctl net.inet.tcp.log.enable (off by default)"],' +
      '[87,["tcp_connection_summary {?({function:label}:{line:u32})}[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} Duration: {duration:whole-and-fraction} sec Conn_Time: {connectTime:whole-and-fraction} sec bytes in/out: {bytesIn:u64}/{bytesOut:u64} pkts in/out: {packetsIn:u64}/{packetsOut:u64} pkt rxmit: {retransmitted:u32} ooo pkts: {outOfOrder:u32} dup bytes in: {duplicateBytes:u32} ACKs delayed: {acksDelayed:u32} delayed ACKs sent: {delayedAcks:u32}\\nrtt: {rttMs:whole-and-fraction} ms rttvar: {rttVarianceMs:whole-and-fraction} ms base rtt: {baseRttMs:u32} ms so_error: {error:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}","tcp_connection_summary [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nt_state: {tcpState:word} process: {process:label}:{pid:pid} Duration: {duration:whole-and-fraction} sec Conn_Time: {connectTime:whole-and-fraction} sec syn rxmit: {synRetransmitted:u32}\\nbytes in/out: {bytesIn:u64}/{bytesOut:u64} pkts in/out: {packetsIn:u64}/{packetsOut:u64} rtt: {rttMs:whole-and-fraction} ms rttvar: {rttVarianceMs:whole-and-fraction} ms{? base rtt: {baseRttMs:u32} ms} pkt rxmit: {retransmitted:u32} ooo pkts: {outOfOrder:u32} dup bytes in: {duplicateBytes:u32}{? ACKs delayed: {acksDelayed:u32} delayed ACKs sent: {delayedAcks:u32}} so_error: {error:errno} svc/tc: {serviceClass:u32}"]],' +
      '[104,["tcp_connection_summary [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} flowctl: {flowControl:label} SYN in/out: {synIn:u32}/{synOut:u32} FIN in/out: {finIn:u32}/{finOut:u32} RST in/out: {rstIn:u32}/{rstOut:u32}{? AccECN (client/server): {ecn:rest}}"]],' +
      '[117,["tcp drop {?{direction:word}}{? }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} t_state: {droppedState:word} so_error: {error:errno} reason: {reason:rest}"],null,"reason NECP: on by default; other reasons: sysctl net.inet.tcp.log.enable flag 0x2000"],' +
      '[128,["tcp drop incoming control packet tcp control {direction:word} {?{flags:label}}{? }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nreason: {reason:rest}","tcp drop incoming control packet tcp control {direction:word} {?{flags:label}}{? }reason: {reason:rest}"],null,"sysctl net.inet.tcp.log.enable flag 0x4000 (off by default)"],' +
      '[142,["tcp control {direction:word} {?{flags:label}}{? }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n[{repeatedAddresses:label}] interface: {?{repeatedInterface:word}} (skipped: {repeatedSkipped:u64})\\nso_gencnt: {socket:u64} t_state: {tcpState:word} process: {process:label}:{pid:pid} SYN in/out: {synIn:u32}/{synOut:u32}","tcp control {direction:word} {?{flags:label}}{? }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} t_state: {tcpState:word} process: {process:label}:{pid:pid} SYN in/out: {synIn:u32}/{synOut:u32}","tcp control {direction:word} {?{flags:label}}{? }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nrtt: {rttMs:whole-and-fraction} ms rttvar: {rttVarianceMs:whole-and-fraction} ms syn rxmit: {synRetransmitted:u32} pkt rxmit: {retransmitted:u32} so_error: {error:errno} svc/tc: {serviceClass:u32}","tcp control {direction:word} {?{flags:label}}{? }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n no pcb","tcp control {direction:word} {?{flags:label}}{? }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n[{repeatedAddresses:label}] interface: {?{repeatedInterface:word}} (skipped: {repeatedSkipped:u64})","tcp control {direction:word} {?{flags:label}}{? }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})"],null,"sysctl net.inet.tcp.log.enable flag 0x100, 0x200 or 0x400 (off by default)"],' +
      '[166,["tcp_state_changed {?({function:label}:{line:u32}) }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {newState:word}","tcp_state_changed {?({function:label}:{line:u32}) }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid}"],null,"sysctl net.inet.tcp.log.enable flag 0x10000 (off by default)"],' +
      '[178,["tcp_rtt_info ({function:label}:{line:u32}) [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} {?base_rtt: {baseRttMs:u32} ms }rttcur: {currentMs:u32} ms srtt: {smoothedMs:u32} ms rttvar: {varianceMs:u32} ms rttmin: {minimumMs:u32} ms rxtcur: {retransmitTimeout:u32} rxtshift: {retransmitShift:u32}"],null,"sysctl net.inet.tcp.log.enable flag 0x2 (off by default)"],' +
      '[187,["tcp_rt_rtt ({function:label}:{line:u32}) [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} rt_rmx: RTV_RTT: {isLocked:i32} ms rtt: {routeRttMs:u32} ms rttvar: {varianceMs:u32} ms"],null,"sysctl net.inet.tcp.log.enable flag 0x2 (off by default)"],' +
      '[196,["tcp_rtt_change ({function:label}:{line:u32}) [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} srtt: {smoothedMs:u32} ms old_rtt: {oldSmoothedMs:u32} ms rttvar: {varianceMs:u32} old_rttvar: {oldVarianceMs:u32} ms"],null,"sysctl net.inet.tcp.log.enable flag 0x2 (off by default)"],' +
      '[205,["tcp_keepalive ({function:label}:{line:u32}) [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} snd_una: {unacknowledged:u32} snd_max: {highestSent:u32} SO_KA: {keepAlive:i32} RSTALL: {readStall:i32} TFOPRB: {fastOpenProbe:i32} idle_time: {idleTime:u32} KIDLE: {keepIdle:i32} KINTV: {keepInterval:i32} KCNT: {keepCount:i32}"],null,"sysctl net.inet.tcp.log.enable flag 0x4 (off by default)"],' +
      '[214,["tcp ({function:label}:{line:u32}) [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} flow {flowId:word} {detail:rest}"],null,"sysctl net.inet.tcp.log.enable flag 0x8000 (off by default)"],' +
      '[223,["tcp ({function:label}:{line:u32}) [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\n{?so_gencnt: {socket:u64} }t_state: {tcpState:word} process: {process:label}:{pid:pid} bytes in/out: {bytesIn:u64}/{bytesOut:u64} pkts in/out: {packetsIn:u64}/{packetsOut:u64} rxmit pkts/bytes: {retransmitted:u32}/{detail:rest}"],null,"sysctl net.inet.tcp.log.enable flag 0x40000 (off by default)"],' +
      '[232,["tcp ({function:label}:{line:u32}) [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} t_state: {tcpState:word} process: {process:label}:{pid:pid} bytes in/out: {bytesIn:u64}/{bytesOut:u64} pkts in/out: {packetsIn:u64}/{packetsOut:u64} {detail:rest}","tcp ({function:label}:{line:u32}) [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nt_state: {tcpState:word} process: {process:label}:{pid:pid} {detail:rest}"],null,"sysctl net.inet.tcp.log.enable flag 0x8 (off by default)"]' +
      ']'},
    {"name":"kernel.udp","title":"Kernel UDP: sockets that were not diverted, and what policy dropped","at":"grammars/kernel/udp.grammar:4","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"names":"connect socket-event connection-summary flow-control drop trace","messages":
      '[' +
      '[9,["udp connect{? outgoing}: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} so_state: {socketState:hex} process: {process:label}:{pid:pid} bytes in/out: {bytesIn:u64}/{bytesOut:u64} pkts in/out: {packetsIn:u64}/{packetsOut:u64} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}"]],' +
      '[20,["udp {event:label}: [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} so_state: {socketState:hex} process: {process:label}:{pid:pid} bytes in/out: {bytesIn:u64}/{bytesOut:u64} pkts in/out: {packetsIn:u64}/{packetsOut:u64} error: {error:errno} so_error: {socketError:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}"],null,"bind: a flag of sysctl net.inet.udp.log.enable (off by default)"],' +
      '[29,["udp_connection_summary [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} so_state: {socketState:hex} process: {process:label}:{pid:pid} Duration: {duration:whole-and-fraction} sec Conn_Time: {connectTime:whole-and-fraction} sec bytes in/out: {bytesIn:u64}/{bytesOut:u64} pkts in/out: {packetsIn:u64}/{packetsOut:u64} {?rxnospace pkts/bytes: {noSpacePackets:u64}/{noSpaceBytes:u64} }so_error: {error:errno} svc/tc: {serviceClass:u32} flow: {kernelFlow:hex}flowctl: {flowControlUs:u64}us ({flowControlCount:u64}x)","udp_connection_summary [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} so_state: {socketState:hex} process: {process:label}:{pid:pid} Duration: {duration:whole-and-fraction} sec Conn_Time: {connectTime:whole-and-fraction} sec bytes in/out: {bytesIn:u64}/{bytesOut:u64} pkts in/out: {packetsIn:u64}/{packetsOut:u64} {?rxnospace pkts/bytes: {noSpacePackets:u64}/{noSpaceBytes:u64} }so_error: {error:errno} svc/tc: {serviceClass:u32}{? flow: {kernelFlow:hex}}"]],' +
      '[41,["udp_connection_summary [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} so_state: {socketState:hex} process: {process:label}:{pid:pid} flowctl: {flowControlUs:u64}us ({flowControlCount:u64}x)","udp_connection_summary [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} so_state: {socketState:hex} process: {process:label}:{pid:pid} flowctl: {flowControlCount:u64} suspnd: {suspendCount:u64}"]],' +
      '[52,["udp drop {?{direction:word}}{? }[{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} so_state: {socketState:hex} process: {process:label}:{pid:pid} so_error: {error:errno} reason: {reason:rest}"],null,"sysctl net.inet.udp.log.enable flag 0x1000 or 0x2000 (off by default)"],' +
      '[63,["udp ({function:label}:{line:u32}): [{localAddress:word}:{localPort:port}<->{remoteAddress:word}:{remotePort:port}] interface: {?{interface:word}} (skipped: {skipped:u64})\\nso_gencnt: {socket:u64} so_state: {socketState:hex} process: {process:label}:{pid:pid} {detail:rest}"],null,"sysctl net.inet.udp.log.enable flag 0x8 (off by default)"]' +
      ']'},
    {"name":"kernel.tunnel","title":"Kernel tunnel interfaces of both kinds: their packet channel","at":"grammars/kernel/utun.grammar:288","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"head":"{function:word}{?:}{?,}{? -} ","names":"channel-setup-failed interface-failed flow-switch-failed registration-failed datapath-stopped refill-failed short-packet-written input-refused channel-teardown-failed","messages":
      '[' +
      '[296,["kern_nexus_attr_create failed: {error:errno}","pbufbool create failed, error {error:errno}","kern_nexus_controller_create failed: {error:errno}","kern_nexus_get_default_domain_provider failed: {error:errno}","kern_nexus_get_builtin_domain_provider failed: {error:errno}"],"error"],' +
      '[314,["alloc_net_provider_instance failed, {error:errno}"],"error"],' +
      '[324,["can\'t get {channel:word} provider, error {error:errno}","alloc_provider_instance {channel:word} failed, {error:errno}","failed to create bridge provider and instance","kern_nexus_ifattach ms device {error:errno}","kern_nexus_ifattach ms host {error:errno}"],"error"],' +
      '[343,["register {?{channel:word} }provider failed, error {error:errno}","kern_nexus_controller_register_provider failed: {error:errno}","failed to register domain provider"],"error"],' +
      '[358,["data path stopped for {interface:word}"],"info"],' +
      '[366,["tx refill failed {error:errno}"],"error"],' +
      '[375,["unexpected short mbuf pkt len {length:i32}"],"error"],' +
      '[384,["ifnet_input failed: {error:errno}"],"error"],' +
      '[395,["free_provider_instance failed {error:errno}","deregister_provider {error:errno}","kern_nexus_ifdetach ms device failed {error:errno}","kern_nexus_ifdetach ms host failed {error:errno}"],"error"]' +
      ']'},
    {"name":"network.agent","title":"Network agents: what nesessionmanager hangs on an interface","at":"grammars/network/agent.grammar:3","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"nesessionmanager","ignoreCase":false,"ignoreDiacritics":false},{"op":"or","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"in","value":["Network","nesessionmanager"],"ignoreCase":false,"ignoreDiacritics":false}]}]}]},"names":"remove-failed","messages":
      '[' +
      '[7,["{function:nw-agent-removal} {interface:word} failed [{error:errno}: {description:label}]"],"error"]' +
      ']'},
    {"name":"network.task","title":"URL requests: each task from start to end","at":"grammars/network/cfnetwork.grammar:5","where":{"op":"or","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.CFNetwork","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"CFNetwork","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"Task <","head":"{?0x{context:pointer} ID={contextId:u32} }Task <{task:uuid}>.<{number:u32}> ","names":"resuming setting-up using sent response-received response-ended auth-completed done-using finished failed load-failed summary","messages":
      '[' +
      '[11,["resuming, timeouts({requestTimeout:seconds}, {resourceTimeout:seconds}) QOS({qos:hex}) Voucher {voucher:rest}","resuming, timeouts({requestTimeout:seconds}, {resourceTimeout:seconds}) {details:rest}"]],' +
      '[20,["setting up Connection {connection:u32}"]],' +
      '[26,["now using Connection {connection:u32}"]],' +
      '[32,["sent request, body {body:word} {bytes:bytes}"]],' +
      '[40,["received response, status {status:i32} content {content:word}"]],' +
      '[46,["response ended"]],' +
      '[52,["auth completion disp={disposition:i32} cred={credential:pointer}"]],' +
      '[58,["done using Connection {connection:u32}"]],' +
      '[64,["finished successfully"]],' +
      '[71,["finished with error [{code:i32}] {error:ns-error}"],"error"],' +
      '[79,["HTTP load failed, {sent:bytes}/{received:bytes} bytes (error code: {code:i32} [{domain:i32}:{subcode:i32}])"],"error"],' +
      '[87,["summary for task {outcome:cfnetwork-outcome} {{transaction_duration_ms={durationMs:i32}, response_status={status:i32}, connection={connection:i32}{?, protocol=\\"{protocol:label}\\"}{?, reused={reused:bool}}{?, domain_lookup_duration_ms={dnsMs:i32}}{?, connect_duration_ms={connectMs:i32}}{?, secure_connection_duration_ms={tlsMs:i32}}{?, private_relay={privateRelay:bool}}{?, request_start_ms={requestStartMs:i32}}{?, request_duration_ms={requestMs:i32}}{?, response_start_ms={responseStartMs:i32}}{?, response_duration_ms={responseMs:i32}}{?, request_bytes={requestBytes:bytes}}{?, response_bytes={responseBytes:bytes}}{?, {details:label}}, cache_hit={cacheHit:bool}}}","summary for task {outcome:cfnetwork-outcome} {{{details:rest}}}"]]' +
      ']'},
    {"name":"network.task-connection","title":"URL requests: the connections they use","at":"grammars/network/cfnetwork.grammar:101","where":{"op":"or","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.CFNetwork","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"CFNetwork","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"role","comparator":"==","value":"provider","ignoreCase":false,"ignoreDiacritics":false}]}]},"head":"Connection {connection:u32}: ","names":"starting enabling-tls connected trust-asked trust-result tls-done ready viability cleaning-up done","messages":
      '[' +
      '[106,["starting, TC({context:pointer})"]],' +
      '[112,["enabling TLS"]],' +
      '[118,["connected successfully"]],' +
      '[124,["asked to evaluate TLS Trust"]],' +
      '[130,["TLS Trust result {result:i32}"]],' +
      '[136,["TLS handshake complete"]],' +
      '[142,["ready C({c:word}) E({e:word})"]],' +
      '[148,["received viability advisory({viable:word})"]],' +
      '[154,["cleaning up"]],' +
      '[160,["done"]]' +
      ']'},
    {"name":"network.task-error","title":"URL requests: errors of connections","at":"grammars/network/cfnetwork.grammar:166","where":{"op":"or","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.CFNetwork","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"CFNetwork","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"role","comparator":"==","value":"provider","ignoreCase":false,"ignoreDiacritics":false}]}]},"names":"http2-error tcp-failed","messages":
      '[' +
      '[170,["HTTP/2 error encountered on Connection {connection:u32} (Code {code:i32}): {error:rest}"],"error"],' +
      '[178,["TCP Conn {context:pointer} Failed : error {domain:i32}:{code:i32} [{error:errno}]"],"error"]' +
      ']'},
    {"name":"network.connection","title":"App connections: a connection is created","at":"grammars/network/connection.grammar:3","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","connection"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"probe":"] start","names":"connection-start","messages":
      '[' +
      '[8,["[{id:word} {uuid:uuid} {endpoint:word} {parameters:label}] start","[{id:word} {endpoint:word} {parameters:label}] start"]]' +
      ']'},
    {"name":"network.connection-failure","title":"App connections: an attempt to connect fails","at":"grammars/network/connection.grammar:19","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","connection"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"probe":"flow:failed_connect","names":"failed","messages":
      '[' +
      '[24,["[{id:word} {endpoint:word} {path:label}] event: flow:failed_connect{? @{since:seconds}s}, error {error:rest}","[{id:word} {endpoint:word} {path:label}] event: flow:failed_connect{? @{since:seconds}s}"]]' +
      ']'},
    {"name":"network.connection-end","title":"App connections: a connection is cancelled","at":"grammars/network/connection.grammar:35","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","connection"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"] cancel","names":"cancel cancelled","messages":
      '[' +
      '[40,["[{id:word} {uuid:uuid} {endpoint:word} {parameters:label}] cancel"]],' +
      '[49,["[{id:word} {uuid:uuid} {endpoint:word} {parameters:label}] cancelled\\n\\t[{instance:nw-instance} {clientId:uuid} {local:endpoint}<->{remote:endpoint}]\\n\\tConnected Path: {path:nw-path}\\n\\tPrivacy Stance: {stance:label}\\n\\tDuration: {duration:seconds}s, DNS @{dnsAt:seconds}s took {dnsTook:seconds}s, TCP @{tcpAt:seconds}s took {tcpTook:seconds}s, {?TLS}{? }took {tlsTook:seconds}s\\n\\tbytes in/out: {bytesIn:bytes}/{bytesOut:bytes}, packets in/out: {packetsIn:u64}/{packetsOut:u64}, rtt: {rtt:seconds}s, retransmitted bytes: {retransmitted:bytes}, out-of-order bytes: {outOfOrder:bytes}\\n\\tecn packets sent/acked/marked/lost: {ecnSent:u64}/{ecnAcked:u64}/{ecnMarked:u64}/{ecnLost:u64}","[{id:word} {uuid:uuid} {endpoint:word} {parameters:label}] cancelled\\n\\t{summary:rest}","[{id:word} {uuid:uuid} {endpoint:word} {parameters:label}] cancelled"]]' +
      ']'},
    {"name":"network.connection-event","title":"App connections: each step of each attempt","at":"grammars/network/event.grammar:5","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","connection"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"] event: ","names":"path-start path-satisfied path-unsatisfied path-satisfied-change resolver-start-dns resolver-receive-dns flow-start-nexus flow-receive-nexus flow-start-connect flow-finish-transport flow-finish-connect flow-child-finish-connect flow-changed-viability client-connection-idle client-connection-reused client-data-stall event","messages":
      '[' +
      '[10,["[{node:nw-node}] event: path:start{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[16,["[{node:nw-node}] event: path:satisfied{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[23,["[{node:nw-node}] event: path:unsatisfied{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[32,["[{node:nw-node}] event: path:satisfied_change{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[39,["[{node:nw-node}] event: resolver:start_dns{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[46,["[{node:nw-node}] event: resolver:receive_dns{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[53,["[{node:nw-node}] event: flow:start_nexus{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[60,["[{node:nw-node}] event: flow:receive_nexus{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[67,["[{node:nw-node}] event: flow:start_connect{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[74,["[{node:nw-node}] event: flow:finish_transport{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[81,["[{node:nw-node}] event: flow:finish_connect{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[88,["[{node:nw-node}] event: flow:child_finish_connect{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[95,["[{node:nw-node}] event: flow:changed_viability{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[102,["[{node:nw-node}] event: client:connection_idle{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[108,["[{node:nw-node}] event: client:connection_reused{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[114,["[{node:nw-node}] event: client:data_stall{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]],' +
      '[120,["[{node:nw-node}] event: {event:word}{? @{since:seconds}s}{?, uuid: {clientId:uuid}}{?, error {error:rest}}"]]' +
      ']'},
    {"name":"network.connection-state","title":"App connections: the state an app is told","at":"grammars/network/flow.grammar:9","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","connection"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"] reporting state ","names":"state","messages":
      '[' +
      '[14,["nw_connection_report_state_with_handler_on_nw_queue [{id:word}] reporting state {state:word}{? error {error:rest}}"]]' +
      ']'},
    {"name":"network.socket-error","title":"App connections: the error of a socket","at":"grammars/network/flow.grammar:22","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","connection"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"Socket SO_ERROR [","names":"socket-error","messages":
      '[' +
      '[27,["nw_socket_handle_socket_event [{instance:nw-instance}] Socket SO_ERROR [{error:errno}: {description:label}]"],"error"]' +
      ']'},
    {"name":"network.flow","title":"App connections: what Network.framework does for them","at":"grammars/network/flow.grammar:37","where":{"op":"and","terms":[{"op":"compare","field":"category","comparator":"in","value":["","connection"],"ignoreCase":false,"ignoreDiacritics":false},{"op":"or","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"or","terms":[{"op":"compare","field":"sender","comparator":"==","value":"Network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"connection","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"role","comparator":"==","value":"provider","ignoreCase":false,"ignoreDiacritics":false}]}]}]}]},"names":"viability-changed transport-connected output-connected address-added denied-by-policy already-failing add-flow-failed flow-added flow-set-up path-update-failed channel-failed unconnected dns-stall pac-error listener segment-sent segment-received retransmit tcp-notified tcp-summary no-wake-failed","messages":
      '[' +
      '[41,["nw_connection_send_viability_changed_on_nw_queue [{id:word}] viability_changed_handler({viable:bool})"]],' +
      '[47,["nw_flow_connected [{node:nw-node}] Transport protocol connected ({protocol:label})"]],' +
      '[54,["nw_flow_connected [{node:nw-node}] Output protocol connected ({protocol:label})"]],' +
      '[61,["nw_endpoint_resolver_update [{node:nw-node}] Adding endpoint handler for {endpoint:word}"]],' +
      '[68,["nw_endpoint_flow_failed_with_error [{id:word} {endpoint:word} {state:word} {handler:word} (unsatisfied (Path was denied by NECP policy){?, interface: {interface:word}}{?, {traits:label}})]{? already failing, returning}"],"error"],' +
      '[78,["nw_endpoint_flow_failed_with_error [{node:nw-node}] already failing, returning"],"error"],' +
      '[85,["nw_path_evaluator_create_flow_inner NECP_CLIENT_ACTION_ADD_FLOW {clientId:uuid} [{error:errno}: {description:label}]","nw_path_evaluator_create_flow_inner failed NECP_CLIENT_ACTION_ADD_FLOW {clientId:uuid} evaluator parameters: {parameters:rest}"],"error"],' +
      '[97,["nw_path_evaluator_create_flow_inner Added flow {flowId:uuid} to {clientId:uuid}"],"debug"],' +
      '[105,["nw_endpoint_flow_setup_protocols [{node:nw-node}] setup flow id {flowId:uuid}"],"info"],' +
      '[114,["nw_path_necp_check_for_updates Failed to copy updated result ({error:errno})"],"error"],' +
      '[123,["nw_endpoint_flow_setup_channel [{node:nw-node}] failed to request add nexus flow","nw_endpoint_flow_setup_channel [{node:nw-node}]\\n  failed to request add nexus flow"],"error"],' +
      '[132,["nw_connection_get_connected_socket_block_invoke [{id:word}] Client called nw_connection_get_connected_socket on unconnected nw_connection"],"error"],' +
      '[140,["nw_connection_report_symptom_on_nw_queue [{id:word}] reported DNS stall symptom"],"info"],' +
      '[147,["{function:nw-proxy-function} [{instance:nw-instance} proxy pac] Evaluation error: {domain:word}: {code:i32}"],"error"],' +
      '[155,["{function:nw-listener-function} [{id:word}] {action:rest}"]],' +
      '[162,["tcp_output [{instance:nw-instance}] flags=[{flags:word}] seq={seq:u32}, ack={ack:u32}, win={window:u32} state={state:word} rcv_nxt={received:u32}, snd_una={unacknowledged:u32}"]],' +
      '[170,["tcp_input [{instance:nw-instance}] flags=[{flags:word}] seq={seq:u32}, ack={ack:u32}, win={window:u32} state={state:word} rcv_nxt={received:u32}, snd_una={unacknowledged:u32}"]],' +
      '[177,["tcp_timers [{instance:nw-instance}] retransmit seq={seq:u32} {count:u32}"]],' +
      '[183,["nw_protocol_tcp_notify [{instance:nw-instance}] {notification:word} is {value:bool}"]],' +
      '[190,["nw_protocol_tcp_log_summary [{instance:nw-instance}] \\n\\t[{uuid:uuid} {local:endpoint}<->{remote:endpoint}]\\n\\tInit: {init:u32}, Conn_Time: {connectMs:seconds}ms, SYNs: {syns:u32}, {counts:rest}","nw_protocol_tcp_log_summary [{instance:nw-instance}] {counts:rest}"]],' +
      '[200,["nw_protocol_socket_set_no_wake_from_sleep [{instance:nw-instance}] setsockopt SO_NOWAKEFROMSLEEP failed [{error:errno}: {description:label}]"],"error"]' +
      ']'},
    {"name":"network.http","title":"App connections: HTTP requests as Network.framework counts them","at":"grammars/network/flow.grammar:209","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","connection"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"transaction summary {","names":"transaction","messages":
      '[' +
      '[214,["[{instance:nw-instance}] {?[http] }transaction summary {{start_reason=\\"{startReason:label}\\", duration_ms={durationMs:i32}, request_method=\\"{method:label}\\", response_status={status:i32}}}","[{instance:nw-instance}] {?[http] }transaction summary {{start_reason=\\"{startReason:label}\\", duration_ms={durationMs:i32}, request_method=\\"{method:label}\\", response_status={status:i32}, {details:label}}}","[{instance:nw-instance}] {?[http] }transaction summary {{{details:rest}}}"]]' +
      ']'},
    {"name":"network.activity","title":"App connections: activities that are not reported","at":"grammars/network/flow.grammar:225","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","activity"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"[Telemetry]: Activity <nw_activity ","names":"not-reported","messages":
      '[' +
      '[230,["[Telemetry]: Activity <nw_activity {domain:u32}:{label:u32} [{activity:uuid}] (reporting strategy {strategy:label})> on Task <{task:uuid}>.<{number:u32}> was not selected for reporting","[Telemetry]: Activity <nw_activity {domain:u32}:{label:u32} [{activity:uuid}] (reporting strategy {strategy:label})> on {subject:label} was not selected for reporting"]]' +
      ']'},
    {"name":"network.tls-alert","title":"TLS of app connections: fatal alerts","at":"grammars/network/tls.grammar:6","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","boringssl"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"compare","field":"sender","comparator":"==","value":"libboringssl.dylib","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"boringssl_context_handle_fatal_alert(","names":"fatal-alert","messages":
      '[' +
      '[11,["boringssl_context_handle_fatal_alert({line:u32}) [{instance:nw-instance}][{context:pointer}] {alert:rest}"],"error"]' +
      ']'},
    {"name":"network.tls","title":"TLS of app connections: each handshake and what came of it","at":"grammars/network/tls.grammar:20","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.network","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","boringssl"],"ignoreCase":false,"ignoreDiacritics":false}]},{"op":"compare","field":"sender","comparator":"==","value":"libboringssl.dylib","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"role","comparator":"==","value":"provider","ignoreCase":false,"ignoreDiacritics":false}]}]},"head":"{function:tls-function}({line:u32}) [{instance:nw-instance}][{context:pointer}] ","names":"configured handshake-started handshake-done handshake-state connected certificate-verified handshake-failed","messages":
      '[' +
      '[25,["TLS configured [server({server:bool}) min_version({minVersion:hex}) max_version({maxVersion:hex}) name({host:word}) tickets({tickets:bool}){? {options:label}}]","TLS configured [{options:label}]"]],' +
      '[36,["Client handshake started"]],' +
      '[43,["Client handshake done"]],' +
      '[49,["Client handshake state: {state:rest}"]],' +
      '[56,["TLS connected [version({version:hex}) ciphersuite({cipher:word}) group({group:hex}) signature_alg({signature:hex}) alpn({alpn:word}) resumed({resumed:bool}) connect_time({connectMs:u32}ms) flight_time({flightMs:u32}ms) rtt({rttMs:u32}ms){? {details:label}}]","TLS connected [{details:label}]"]],' +
      '[66,["Certificate verification result: {result:rest}"]],' +
      '[73,["handshake failed at state {state:i32}: {error:rest}"],"error"]' +
      ']'},
    {"name":"network.xpc","title":"Provider start: a process opens the door through which it is asked to provide","at":"grammars/network/xpc.grammar:1","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.xpc","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"connection","ignoreCase":false,"ignoreDiacritics":false}]},{"op":"compare","field":"sender","comparator":"==","value":"libxpc.dylib","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"probe":"com.apple.networkextension.provider","marks":"provider","names":"provider-listener","messages":
      '[' +
      '[7,["[{connection:hex}] activating connection: mach={mach:bool} listener=true peer={peer:bool} name=com.apple.networkextension.provider{suffix:label}"]]' +
      ']'},
    {"name":"network.xpc-listener","title":"XPC: a listener that found its port taken","at":"grammars/network/xpc.grammar:13","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.xpc","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"connection","ignoreCase":false,"ignoreDiacritics":false}]},{"op":"compare","field":"sender","comparator":"==","value":"libxpc.dylib","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"probe":"Channel could not return listener port.","names":"listener-port-missing","messages":
      '[' +
      '[18,["[{connection:hex}] Channel could not return listener port."]]' +
      ']'},
    {"name":"network.xpc-connection","title":"XPC: connections between processes open","at":"grammars/network/xpc.grammar:24","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.xpc","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"connection","ignoreCase":false,"ignoreDiacritics":false}]},{"op":"compare","field":"sender","comparator":"==","value":"libxpc.dylib","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"] activating connection: mach=","names":"activating","messages":
      '[' +
      '[29,["[{connection:hex}] activating connection: mach={mach:bool} listener={listener:bool} peer={peer:bool} name={name:label}.peer[{peerPid:pid}].{peerConnection:pointer}","[{connection:hex}] activating connection: mach={mach:bool} listener={listener:bool} peer={peer:bool} name={name:rest}"]]' +
      ']'},
    {"name":"network.xpc-invalidation","title":"XPC: connections between processes end","at":"grammars/network/xpc.grammar:40","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.xpc","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"connection","ignoreCase":false,"ignoreDiacritics":false}]},{"op":"compare","field":"sender","comparator":"==","value":"libxpc.dylib","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"] invalidated because ","names":"client-gone invalidated","messages":
      '[' +
      '[45,["[{connection:hex}] invalidated because the client process (pid {client:pid}) either cancelled the connection or exited"]],' +
      '[51,["[{connection:hex}] invalidated because {reason:rest}"]]' +
      ']'},
    {"name":"network.xpc-lookup","title":"XPC: services that cannot be found","at":"grammars/network/xpc.grammar:58","where":{"op":"or","terms":[{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.xpc","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"connection","ignoreCase":false,"ignoreDiacritics":false}]},{"op":"compare","field":"sender","comparator":"==","value":"libxpc.dylib","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false}]}]},"probe":"] failed at lookup with error ","names":"failed","messages":
      '[' +
      '[63,["[{connection:hex}] failed at lookup with error {code:errno}{? - {text:rest}}"],"error"]' +
      ']'},
    {"name":"networkextension.nehelper","title":"nehelper: keeps the configurations and opens what only root may open","at":"grammars/networkextension/nehelper.grammar:1","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"nehelper","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.networkextension"],"ignoreCase":false,"ignoreDiacritics":false}]},"names":"kernel-socket-failed configuration-missing entitlement-missing executable-cache-failed network-detection","messages":
      '[' +
      '[5,["connect failed on kernel control socket: [{error:errno}] {text:rest}"],"error"],' +
      '[13,["Configuration for provider {bundle:word} does not exist ({id:label}) or is not enabled ({enabled:bool})"],"error"],' +
      '[22,["Denying request from {client:label} ({clientPid:pid}) because it is missing the {entitlement:word} entitlement"],"error"],' +
      '[30,["Failed to build the binary UUID cache","Failed to write the binary UUID cache to disk","Received UUID {executable:uuid} for {bundle:label} does not match cached UUIDs {cached:rest}"],"error"],' +
      '[42,["Network Detection started, force = {force:bool}, config changed = {configChanged:bool}, network changed = {networkChanged:bool}, generation = {generation:u64}, captive changed = {captiveChanged:bool}, fallback changed = {fallbackChanged:bool}, session manager changed = {sessionManagerChanged:bool}"],"info"]' +
      ']'},
    {"name":"nesessionmanager.session","title":"Sessions: start, stop and state of each Network Extension configuration","at":"grammars/networkextension/nesessionmanager.grammar:3","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"in","value":["nesessionmanager","neagent"],"ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.networkextension"],"ignoreCase":false,"ignoreDiacritics":false}]},"head":"{session:ne-session}{? in state {state:word}}: ","names":"start-command start-skipped start-rejected on-demand-start on-demand-enabled on-demand-reset stop-command stop-denied info-fetch status-changed status-set entering-state leaving-state state-timer-fired timed-out no-network uninstalled plugin-installed plugin-initialized plugin-executables plugin-started plugin-attached plugin-detached plugin-ipc-established plugin-status plugin-disconnected plugin-already-disconnected plugin-disposed plugins-disposed sleep-event wake-event can-sleep network-agent-updated policies-reset policy-retry-cancelled routes-not-enforced settings-requested settings-failed interfaces-ranked delegate-interface-set interface-creating interface-failed relay-agent-registered relay-agent-failed","messages":
      '[' +
      '[9,["Received a start command from {client:label}[{clientPid:pid}]"]],' +
      '[19,["Skip a {?re}start command from {client:label}[{clientPid:pid}]: session in state {status:session-status}"]],' +
      '[30,["Received a start command from {client:label}[{clientPid:pid}], but start was rejected","Received a start command from {client:label}, but start was rejected"]],' +
      '[40,["got On Demand start message from pid {clientPid:pid}"]],' +
      '[48,["Received an enable on demand command from {client:label}[{clientPid:pid}]"]],' +
      '[55,["Resetting VPN On Demand"]],' +
      '[63,["Received a stop command from {client:label}[{clientPid:pid}]{? with reason {reason:stop-reason}}"]],' +
      '[73,["{client:label}[{clientPid:pid}] is not allowed to stop this session","{client:label} is not allowed to stop this session"]],' +
      '[83,["Received a info fetch request with type \\"{kind:label}\\" from {client:label}[{clientPid:pid}]"],"debug"],' +
      '[94,["status changed to {status:session-status}{?, last stop reason {reason:rest}}"]],' +
      '[111,["didSetStatus - {code:i32}"]],' +
      '[118,["Entering state {enteredState:word}{?, timeout {timeout:seconds} seconds}"],"default"],' +
      '[131,["Leaving state {leftState:word}"]],' +
      '[140,["State timer ({timeout:seconds} seconds) fired in state {timedState:word}"]],' +
      '[149,["timed out"]],' +
      '[158,["No network available"],"error"],' +
      '[167,["session is now uninstalled"]],' +
      '[177,["Plugin is installed"]],' +
      '[186,["plugin initialization succeeded"]],' +
      '[195,["Plugin {plugin:plugin} initialized with Mach-O UUIDs {executables:dictionary}"]],' +
      '[204,["plugin {plugin:plugin} started with PID {pid:pid} error {error:rest}","plugin {plugin:plugin} started with pid {pid:pid}"]],' +
      '[219,["plugin {plugin:plugin} attached IPC with endpoint {endpoint:hex}"]],' +
      '[228,["plugin {plugin:plugin} did detach from IPC"]],' +
      '[236,["sent establish IPC reply"]],' +
      '[243,["plugin {plugin:plugin} status changed to {status:session-status}{? with reason {reason:rest}}"]],' +
      '[253,["plugin {plugin:plugin} disconnected with reason {reason:rest}","{subject:label} disconnected with reason {reason:rest}"]],' +
      '[264,["plugin already disconnected, disposing all plugins"]],' +
      '[273,["plugin {plugin:plugin} dispose complete"]],' +
      '[282,["all plugins have disposed"]],' +
      '[293,["received sleep event"],"info"],' +
      '[302,["received wake event"],"info"],' +
      '[310,["received can sleep query"],"info"],' +
      '[320,["Updated network agent ({activity:agent-activity}, {necessity:agent-necessity}, {userActivation:word}, {kernelActivation:word})"]],' +
      '[329,["Re-setting policies because the installed apps changed","Re-setting {kind:label} policies due to interface change event for tunnel \\"{tunnel:label}\\" primary \\"{primary:label}\\""]],' +
      '[340,["Cancelling policy retry timer"]],' +
      '[347,["Ignoring enforceRoutes because includeAllNetworks is set"]],' +
      '[354,["config request: pushing handler [{handler:label}] {detail:rest}"]],' +
      '[365,["config request: failed to request install"]],' +
      '[372,["handleChangeEventForRankedInterfaces - stopped {stopped:bool} status {status:session-status}{? includeAllNetworks {includeAllNetworks:bool}}"]],' +
      '[381,["manager set delegate interface name to {interface:label}"],"info"],' +
      '[391,["Creating a virtual interface with type {kind:u32}"]],' +
      '[398,["Failed to obtain a virtual interface of type {kind:u32}, aborting"],"error"],' +
      '[407,["Registered fallback relay network agent {id:uuid}","Updated fallback relay network agent {id:uuid}"]],' +
      '[417,["Registration failed for fallback relay network agent {id:uuid}","Update failed for fallback relay network agent {id:uuid}"]]' +
      ']'},
    {"name":"nesessionmanager.server","title":"Session manager: sessions and extensions that come and go, and its view of the network","at":"grammars/networkextension/nesessionmanager.grammar:431","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"in","value":["nesessionmanager","neagent"],"ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.networkextension"],"ignoreCase":false,"ignoreDiacritics":false}]},"names":"registering register-request uninstall-request registrations-found session-delayed dns-placeholder-added policies-changed no-network interface-creating interface-failed interface-mtu-failed interface-changed network-changed secondary-interface-changed url-checked relay-error-changed vpn-plugins-enumerated event-subscribed job-submitted","messages":
      '[' +
      '[435,["Registering session {session:ne-session}"]],' +
      '[445,["<NESMServer: {server:hex}>: Register {kind:label} Session: {session:ne-session}"]],' +
      '[452,["<NESMServer: {server:hex}>: Request to uninstall session: {session:ne-session}"]],' +
      '[461,["Found {count:u32} registrations for {bundle:label} ({point:word})"]],' +
      '[470,["{waiting:label} delayed due to exclusive enterprise session ({session:ne-session})"]],' +
      '[477,["{session:ne-session} successfully added placeholder DNS entry with key uuid: {id:uuid}"]],' +
      '[484,["{kind:label} Policy IDs {change:policy-change}{? {tag:word}}: {ids:dictionary}"]],' +
      '[490,["No network available"],"error"],' +
      '[498,["Creating a virtual interface with type {kind:u32}"]],' +
      '[505,["Failed to obtain a virtual interface of type {kind:u32}, aborting"],"error"],' +
      '[513,["SIOCGIFMTU failed: {error:rest}"],"error"],' +
      '[520,["Detected that the primary {kind:word} interface changed: {from:label} => {to:label}","Changing primary {kind:word} interface: {from:label} => {to:label}","Primary {kind:word} interface changed: {from:label} -> {to:label}"],"default"],' +
      '[533,["{part:network-part} changed"],"info"],' +
      '[544,["Secondary Interface {interface:word}: flags changed"],"info"],' +
      '[552,["{method:label}: URLCHECK: FINAL RESULT: {verdict:label} - {url:label} (app bundleid <{app:label}> pid <{pid:pid}>)"]],' +
      '[559,["Relay {name:label} last recorded error changing from {from:i32} to {to:i32}"]],' +
      '[565,["enumerating bundles of type: {kind:word}"]],' +
      '[572,["Adding event subscription {subscription:label} for provider {bundle:label} with extension point {point:word}"]],' +
      '[579,["Submitting launchd job: {job:dictionary}"]]' +
      ']'},
    {"name":"nesessionmanager.agent","title":"Agent: the host of each provider sees it start and end","at":"grammars/networkextension/nesessionmanager.grammar:586","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"in","value":["nesessionmanager","neagent"],"ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.networkextension"],"ignoreCase":false,"ignoreDiacritics":false}]},"names":"died-unexpectedly exit-noticed cancelled connection-interrupted connection-gone setup-failed disposing disposed killing-extension started starting start-identified start-failed sleep-acknowledged sleep-completed wake-completed update-ignored exit-timer-expired updating status-update ike-status","messages":
      '[' +
      '[590,["Extension {bundle:word} died unexpectedly","{object:label}: {method:label} - Extension died unexpectedly","{object:label}: hotspot provider died unexpectedly"],"error"],' +
      '[603,["{object:label} handleExtensionExit"]],' +
      '[609,["{object:label}: {method:label} - Extension cancelWithError {error:ns-error}"]],' +
      '[616,["Connection to plugin interrupted while in use."],"error"],' +
      '[624,["{bundle:word}[{pid:pid}]: XPC connection went away"]],' +
      '[630,["{?{bundle:word}[{pid:pid}]: }Tearing down XPC connection due to setup error: {error:ns-error}"],"error"],' +
      '[642,["{bundle:word}[{pid:pid}]: disposing"]],' +
      '[650,["{bundle:word}[{pid:pid}]: disposed, tearing down agent connection"]],' +
      '[659,["{?{bundle:word}: }Killing extension, pid {pid:pid}"]],' +
      '[667,["{object:label} didStartWithPID, pid: [{pid:pid}]"]],' +
      '[673,["Beginning {?data }extension request with extension {bundle:word}"]],' +
      '[682,["Extension request with {?{kind:extension-kind} }extension {bundle:word} started with identifier {id:uuid}"]],' +
      '[690,["Failed to start extension {bundle:word}: {error:ns-error}"],"error"],' +
      '[699,["{object:label} pluginDidAcknowledgeSleep"]],' +
      '[705,["{object:label}: {method:label} - sleepWithCompletion completed {result:rest}"]],' +
      '[712,["{object:label}: {method:label} - wakeWithCompletion completed {result:rest}"]],' +
      '[719,["Filter App updating - ignore extension failure/exit for {bundle:word}"]],' +
      '[726,["Filter extension exit timer expired for {bundle:word} - notify that extension failed"]],' +
      '[733,["Extensions {bundles:label} is being updated{?, {action:word}}","Extensions {bundles:label} has been updated{?, {action:word}}"]],' +
      '[743,["Sending status update with status {status:u32} and disconnect error {error:i32}"],"info"],' +
      '[751,["IKEv2 Plugin: received notif IKE Status: {status:rest}"],"info"]' +
      ']'},
    {"name":"networkextension.plugin-kit","title":"App extensions: launch and loss, as PlugInKit tells them","at":"grammars/networkextension/plugin-kit.grammar:2","where":{"op":"compare","field":"process","comparator":"==","value":"neagent","ignoreCase":false,"ignoreDiacritics":false},"names":"launching launched lost hub-error killing-invalid","messages":
      '[' +
      '[6,["calling plugIn beginUsing:"]],' +
      '[14,["beginUsing of {plugin:uuid} concludes with error={error:ns-error}"],"info"],' +
      '[24,["connection to plug-in {bundle:label}({plugin:uuid}) lost"]],' +
      '[33,["Hub connection error {error:ns-error}"],"error"],' +
      '[43,["killing invalid plugIn"]]' +
      ']'},
    {"name":"system.plugin-kit","title":"App extensions: the first line of each one's process","at":"grammars/networkextension/plugin-kit.grammar:49","where":{"op":"or","terms":[{"op":"compare","field":"sender","comparator":"==","value":"PlugInKit","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.PlugInKit"],"ignoreCase":false,"ignoreDiacritics":false}]},"probe":"I'm launching as","names":"started","messages":
      '[' +
      '[54,["Hello, I\'m launching as euid = {euid:u32}, uid = {uid:u32}{?, personaid = {persona:i32}}{?, type = {type:word}}{?, name = {name:label}}"]]' +
      ']'},
    {"name":"networkextension.provider","title":"Provider calls: start, stop, and what the provider does with each flow it is offered","at":"grammars/networkextension/provider.grammar:3","where":{"op":"or","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.networkextension","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"NetworkExtension","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"probe":"[Extension ","head":"[Extension {bundle:label}]: ","marks":"provider","names":"start-tunnel start-proxy start-filter stop-tunnel stop-proxy stop-filter settings-applied verifying-app new-flow-offered new-flow-accepted new-flow-rejected","messages":
      '[' +
      '[10,["Calling startTunnelWithOptions with options {options:rest}"]],' +
      '[19,["Calling startProxyWithOptions with options {options:rest}"]],' +
      '[27,["Calling startFilterWithOptions with options {options:rest}","Calling startFilterWithCompletionHandler"]],' +
      '[38,["Calling stopTunnelWithReason because: {reason:rest}","Calling stopTunnelWithReason{? {reason:rest}}"]],' +
      '[48,["Calling stopProxyWithReason because: {reason:rest}","Calling stopProxyWithReason{? {reason:rest}}"]],' +
      '[58,["Calling stopFilterWithReason because: {reason:rest}","Calling stopFilterWithReason{? {reason:rest}}"]],' +
      '[68,["provider set tunnel configuration to {settings:rest}"]],' +
      '[76,["Verifying app with signing identifier {app:label}"],"info"],' +
      '[85,["Calling handleNewFlow with {protocol:flow-protocol} {app:label}[{uniqueId:label}]{? local port {localPort:port}}{? remote: {remote:endpoint}}{? interface {interface:label}}{?({binding:binding})}","Calling handleNewUDPFlow with {protocol:flow-protocol} {app:label}[{uniqueId:label}]{? local port {localPort:port}}{? interface {interface:label}}{?({binding:binding})}{?, remoteEndpoint = {remote:endpoint}}"]],' +
      '[100,["provider accepted new flow {protocol:flow-protocol} {app:label}[{uniqueId:label}]{? local port {localPort:port}}{? interface {interface:label}}{?({binding:binding})}{?, remoteEndpoint = {remote:endpoint}}","provider accepted new flow {protocol:flow-protocol} {app:label}[{uniqueId:label}]{? local port {localPort:port}}{? remote: {remote:endpoint}}{? interface {interface:label}}{?({binding:binding})}"]],' +
      '[111,["provider rejected new flow {protocol:flow-protocol} {app:label}[{uniqueId:label}]{? local port {localPort:port}}{? interface {interface:label}}{?({binding:binding})}{?, remoteEndpoint = {remote:endpoint}}","provider rejected new flow {protocol:flow-protocol} {app:label}[{uniqueId:label}]{? local port {localPort:port}}{? remote: {remote:endpoint}}{? interface {interface:label}}{?({binding:binding})}"]]' +
      ']'},
    {"name":"networkextension.flow","title":"Provider flows: a diverted flow as the provider's own library sees it","at":"grammars/networkextension/provider.grammar:134","where":{"op":"or","terms":[{"op":"compare","field":"sender","comparator":"beginswith","value":"libnetworkextension","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.networkextension"],"ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"role","comparator":"in","value":["provider","unknown"],"ignoreCase":false,"ignoreDiacritics":false}]}]},"head":"({flow:flow-pcb}): ","marks":"provider","names":"new-flow closing-reads closing-reads-by-app closing-writes write-after-close wrote destroying state-unknown state-invalid","messages":
      '[' +
      '[140,["New flow: NEFlow type = {type:flow-type}, app = {app:label}, name = {name:label}, {local:endpoint} <-> {remote:endpoint}, filter_id = {filterId:label}, interface = {interface:label}{?({binding:binding})}","New flow: NEFlow type = {type:flow-type}, app = {app:label}, name = {name:label}, {local:endpoint} <-> {remote:endpoint}, filter_id = {filterId:label}, interface ="]],' +
      '[156,["Closing reads ({how:label}), closed by plugin (flow error: {error:errno})","Closing reads ({how:label}), closed by plugin"]],' +
      '[168,["Closing reads, not closed by plugin"]],' +
      '[176,["Closing writes, sending SHUT_RD","Closing writes{?, {how:rest}}"]],' +
      '[186,["flow is closed for writes, cannot write {bytes:bytes} bytes of data"],"error"],' +
      '[194,["Wrote {bytes:bytes} bytes to the kernel (total bytes written = {total:u64})"],"debug"],' +
      '[201,["Destroying, client tx {clientTx:u64}, client rx {clientRx:u64}, kernel rx {kernelRx:u64}, kernel tx {kernelTx:u64}"]],' +
      '[210,["Cannot find flow with ID from flow state ({unknown:u32})"],"error"],' +
      '[217,["Got a non-state TLV: {tlv:flow-divert-tlv}","Got a flow state TLV with an invalid length: {length:i32}","Got flow states, but no callback is available"],"error"]' +
      ']'},
    {"name":"networkextension.filter","title":"Filter flows: each flow a content filter sees, and its verdict","at":"grammars/networkextension/provider.grammar:229","where":{"op":"or","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.networkextension","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"NetworkExtension","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"role","comparator":"==","value":"provider","ignoreCase":false,"ignoreDiacritics":false}]}]},"names":"new-flow-dump verdict app-info-fetched app-info-missing","messages":
      '[' +
      '[233,["Handling new flow:{description:properties}"],"debug"],' +
      '[241,["New flow verdict for {flow:uuid}: \\n    drop = {drop:bool}\\n{settings:properties}","New flow verdict for {flow:uuid}:\\n    drop = {drop:bool}\\n{settings:properties}"],"debug"],' +
      '[253,["Fetching appInfo from cache for pid: {pid:pid} uuid: {executable:uuid} bundle id: {app:label}"],"debug"],' +
      '[262,["Could not look up appInfo for pid: {pid:pid} bundle id: {app:label} uuid: {executable:uuid}","Could not find app info, return the original flow without filling in app info"],"debug"]' +
      ']'},
    {"name":"networkextension.framework","title":"Framework: what apps and providers do besides handling flows","at":"grammars/networkextension/provider.grammar:274","where":{"op":"or","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.networkextension","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"==","value":"NetworkExtension","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"role","comparator":"in","value":["provider","unknown"],"ignoreCase":false,"ignoreDiacritics":false}]}]},"names":"signature-check-failed executable-uuids-missing divert-socket-opening divert-delegate-set agent-socket rule-port-refused configuration-loading configuration-loaded configuration-cleared disconnect-error-changed","messages":
      '[' +
      '[278,["Signature check failed: code failed to satisfy specified code requirement(s)"]],' +
      '[285,["+[NEProcessInfo copyUUIDsFromExecutable:]: cannot open {path:label}: {error:label}"]],' +
      '[293,["Opening new flow divert control socket"],"info"],' +
      '[300,["{?<{object:word}: {pointer:hex}>: }Setting flow divert delegate interface to {interfaceIndex:u32}"],"info"],' +
      '[310,["Network Agent Session socket ({fd:u32}) {event:label}"],"debug"],' +
      '[317,["{ruledPort:port} cannot be specified as the port for transparent proxy network rules"],"error"],' +
      '[324,["Sending load command to nehelper"]],' +
      '[332,["Successfully loaded configuration {name:label}","Adding {id:uuid} to the loaded configurations"]],' +
      '[342,["Clearing {id:uuid} from the loaded configurations"]],' +
      '[350,["Last disconnect error for {name:label} changed from \\"{from:label}\\" to \\"{to:rest}\\"","Last disconnect error for {name:label} changed from {from:label} to {to:rest}"]]' +
      ']'},
    {"name":"networkextension.flow-error","title":"Provider flows: errors of the flow calls, as providers print them","at":"grammars/networkextension/vendor.grammar:4","where":{"op":"compare","field":"role","comparator":"==","value":"provider","ignoreCase":false,"ignoreDiacritics":false},"probe":"Error Domain=NEAppProxyFlowErrorDomain Code=","names":"failed","messages":
      '[' +
      '[9,["{call:label}: Error Domain=NEAppProxyFlowErrorDomain Code={code:NEAppProxyFlowErrorDomain} \\"{text:label}\\"{? UserInfo={userInfo:dictionary}}"],"error"]' +
      ']'},
    {"name":"vendor.activation-error","title":"System extensions: errors of activation and removal, as apps print them","at":"grammars/networkextension/vendor.grammar:21","where":{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"!=","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"not","term":{"op":"compare","field":"subsystem","comparator":"beginswith","value":"com.apple.","ignoreCase":false,"ignoreDiacritics":false}}]},"probe":"OSSystemExtensionErrorDomain ","names":"failed","messages":
      '[' +
      '[26,["{?{call:label}: }OSSystemExtensionErrorDomain {?code }{?error }{code:OSSystemExtensionErrorDomain}: {text:rest}","{?{call:label}: }OSSystemExtensionErrorDomain {?code }{?error }{code:OSSystemExtensionErrorDomain}"],"error"]' +
      ']'},
    {"name":"vendor.app-status","title":"Apps: the session's status as an app observes and prints it","at":"grammars/networkextension/vendor.grammar:37","where":{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"!=","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"not","term":{"op":"compare","field":"subsystem","comparator":"beginswith","value":"com.apple.","ignoreCase":false,"ignoreDiacritics":false}},{"op":"compare","field":"role","comparator":"!=","value":"provider","ignoreCase":false,"ignoreDiacritics":false}]},"probe":"VPNStatusDidChange","names":"status-observed","messages":
      '[' +
      '[42,["{?NE}VPNStatusDidChange: {status:session-status}","NEVPNStatusDidChange{detail:label} status {code:NEVPNStatus}"]]' +
      ']'},
    {"name":"vendor.status-notification","title":"Apps: each notification of a session's status, as an app prints it","at":"grammars/networkextension/vendor.grammar:51","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"not","term":{"op":"compare","field":"subsystem","comparator":"beginswith","value":"com.apple.","ignoreCase":false,"ignoreDiacritics":false}}]},"probe":"name = com.apple.networkextension.statuschanged","names":"received","messages":
      '[' +
      '[56,["{?{place:label}: }NSConcreteNotification {?{notification:pointer} }{{name = com.apple.networkextension.statuschanged; object = <{class:word}: {object:pointer}>{?{details:label}}}}"]]' +
      ']'},
    {"name":"vendor.bad-manager","title":"Apps: a status of a session that the app does not know as its own","at":"grammars/networkextension/vendor.grammar:64","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"not","term":{"op":"compare","field":"subsystem","comparator":"beginswith","value":"com.apple.","ignoreCase":false,"ignoreDiacritics":false}}]},"probe":"Bad manager in ","names":"received","messages":
      '[' +
      '[69,["Bad manager in {place:label} session=<{class:word}: {object:pointer}> status=NEVPNStatus(rawValue: {code:NEVPNStatus})"]]' +
      ']'},
    {"name":"vendor.tunnel-interface","title":"Providers: the interface that a tunnel of the WireGuard kind got","at":"grammars/networkextension/vendor.grammar:77","where":{"op":"compare","field":"role","comparator":"==","value":"provider","ignoreCase":false,"ignoreDiacritics":false},"probe":"Tunnel interface is ","names":"named","messages":
      '[' +
      '[82,["Tunnel interface is {interface:word}","[{tag:label}] Tunnel interface is {interface:word}"],"info"]' +
      ']'},
    {"name":"vendor.url-filter-error","title":"URL filters: errors of setting them up, as apps and agents print them","at":"grammars/networkextension/vendor.grammar:92","where":{"op":"compare","field":"process","comparator":"!=","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},"probe":"Error Domain=NEAgentURLFilterErrorDomain Code=","names":"failed","messages":
      '[' +
      '[97,["{?{call:label} }Error Domain=NEAgentURLFilterErrorDomain Code={code:i32} {details:rest}","{?{call:label} }Error Domain=NEAgentURLFilterErrorDomain Code={code:i32}"],"error"]' +
      ']'},
    {"name":"system.cipherml","title":"CipherML: the private look-ups of URL filters","at":"grammars/networkextension/vendor.grammar:107","where":{"op":"compare","field":"subsystem","comparator":"==","value":"com.apple.CipherML","ignoreCase":false,"ignoreDiacritics":false},"names":"query-failed","messages":
      '[' +
      '[111,["queryStatus(for:options:) threw an error: {error:ns-error}"],"error"]' +
      ']'},
    {"name":"vendor.service-error","title":"Apps: connections to a service of their extension that fail, as apps print them","at":"grammars/networkextension/vendor.grammar:120","where":{"op":"and","terms":[{"op":"not","term":{"op":"compare","field":"process","comparator":"in","value":["kernel","neagent","nesessionmanager"],"ignoreCase":false,"ignoreDiacritics":false}},{"op":"not","term":{"op":"compare","field":"subsystem","comparator":"beginswith","value":"com.apple.","ignoreCase":false,"ignoreDiacritics":false}}]},"probe":"\"connection to service named ","names":"failed","messages":
      '[' +
      '[125,["{?{call:label} }{?(error: }Error Domain=NSCocoaErrorDomain Code={code:NSCocoaErrorDomain} \\"connection to service named {service:label}\\"{?{details:rest}}"],"error"]' +
      ']'},
    {"name":"report.crash","title":"Crash reports: which process crashed, where, and why","at":"grammars/reports/crash.grammar:3","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"DiagnosticReport","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"crash","ignoreCase":false,"ignoreDiacritics":false}]},"names":"crashed","messages":
      '[' +
      '[8,["crash report: {process:label} [{pid:pid}]\\n{facts:properties}","crash report: {process:label} [{pid:pid}]"]]' +
      ']'},
    {"name":"report.memory","title":"Memory event reports: who was killed for memory, and how large it was","at":"grammars/reports/memory.grammar:3","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"DiagnosticReport","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"memory","ignoreCase":false,"ignoreDiacritics":false}]},"names":"event killed","messages":
      '[' +
      '[8,["memory event report: {processes:u32} processes, {killed:u32} killed\\n{facts:properties}","memory event report: {processes:u32} processes, {killed:u32} killed"]],' +
      '[22,["memory kill report: {process:label} [{pid:pid}]\\n{facts:properties}","memory kill report: {process:label} [{pid:pid}]"]]' +
      ']'},
    {"name":"report.resource","title":"Resource reports: too much CPU, too many writes or wakeups","at":"grammars/reports/resource.grammar:3","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"DiagnosticReport","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"resource","ignoreCase":false,"ignoreDiacritics":false}]},"names":"exceeded","messages":
      '[' +
      '[7,["resource report: {process:label} [{pid:pid}]\\n{facts:properties}","resource report: {process:label} [{pid:pid}]"]]' +
      ']'},
    {"name":"report.spindump","title":"Spindumps: where the threads of each process stand, and what they wait for","at":"grammars/reports/spindump.grammar:2","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"DiagnosticReport","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"sample","ignoreCase":false,"ignoreDiacritics":false}]},"names":"sampled process","messages":
      '[' +
      '[6,["spindump report: {event:label}\\n{facts:properties}","spindump report: {event:label}"]],' +
      '[19,["spindump process: {process:label} [{pid:pid}]\\n{facts:properties}","spindump process: {process:label} [{pid:pid}]"]]' +
      ']'},
    {"name":"report.panic","title":"Panic reports: why the machine went down","at":"grammars/reports/stackshot.grammar:3","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"DiagnosticReport","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"panic","ignoreCase":false,"ignoreDiacritics":false}]},"names":"panicked","messages":
      '[' +
      '[7,["panic report: {reason:label}\\n{facts:properties}","panic report: {reason:rest}"]]' +
      ']'},
    {"name":"report.watchdog","title":"Watchdog reports: services of the system that stopped answering","at":"grammars/reports/stackshot.grammar:19","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"DiagnosticReport","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"watchdog","ignoreCase":false,"ignoreDiacritics":false}]},"names":"timed-out","messages":
      '[' +
      '[23,["watchdog report: {process:label} [{pid:pid}]\\n{facts:properties}","watchdog report: {process:label} [{pid:pid}]"]]' +
      ']'},
    {"name":"report.stackshot","title":"Stackshots: processes whose threads are stuck in the kernel","at":"grammars/reports/stackshot.grammar:36","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"DiagnosticReport","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"stackshot","ignoreCase":false,"ignoreDiacritics":false}]},"names":"taken process","messages":
      '[' +
      '[40,["stackshot report: {reason:label}\\n{facts:properties}","stackshot report: {reason:rest}"]],' +
      '[47,["stackshot process: {process:label} [{pid:pid}]\\n{facts:properties}"]]' +
      ']'},
    {"name":"system.amfid","title":"amfid: programs refused for their signature or profile","at":"grammars/system/amfid.grammar:2","where":{"op":"compare","field":"process","comparator":"==","value":"amfid","ignoreCase":false,"ignoreDiacritics":false},"names":"refused","messages":
      '[' +
      '[6,["{path:label} not valid: Error Domain=AppleMobileFileIntegrityError Code={code:AppleMobileFileIntegrityError} \\"{text:label}\\"{? UserInfo={userInfo:dictionary}}","{path:label} not valid: {error:ns-error}"],"error"]' +
      ']'},
    {"name":"system.taskgated","title":"taskgated: programs refused for entitlements without a profile","at":"grammars/system/amfid.grammar:20","where":{"op":"compare","field":"process","comparator":"in","value":["taskgated","taskgated-helper"],"ignoreCase":false,"ignoreDiacritics":false},"names":"disallowed entitlements-unsatisfied","messages":
      '[' +
      '[24,["Disallowing: {bundle:word}"]],' +
      '[31,["{bundle:word}: Unsatisfied entitlements: {entitlements:rest}"]]' +
      ']'},
    {"name":"system.configd","title":"Configuration daemon: VPN services, and what changed of the network","at":"grammars/system/configd.grammar:4","where":{"op":"compare","field":"process","comparator":"==","value":"configd","ignoreCase":false,"ignoreDiacritics":false},"names":"vpn-control network-changed link-changed address-bound interface-advisory","messages":
      '[' +
      '[8,["SCNC: {action:configd-control}, triggered by ({pid:pid}) {process:label}, type {bundle:word}, reason {reason:rest}","SCNC: {action:configd-control}, triggered by ({pid:pid}) {process:label}, type {bundle:word}"]],' +
      '[19,["network changed: {summary:rest}","network changed"]],' +
      '[28,["{interface:word}: link {link:link-status}"]],' +
      '[36,["DHCP {interface:word}: BOUND{? {address:rest}}"]],' +
      '[44,["{?configd[{own:pid}] }SetInterfaceAdvisory({interface:word}) = {advisory:word} ({code:u32}){? reason=\'{reason:label}\'}"]]' +
      ']'},
    {"name":"system.launchd","title":"launchd: processes it starts, and how they end","at":"grammars/system/launchd.grammar:3","where":{"op":"compare","field":"process","comparator":"in","value":["launchd","com.apple.xpc.launchd"],"ignoreCase":false,"ignoreDiacritics":false},"names":"spawned exited-code exited-signal exited-reason launch-refused respawn-throttled service-inactive service-state internal-event launching removing","messages":
      '[' +
      '[7,["xpcproxy spawned with pid {pid:pid}","Successfully spawned {job:label}[{pid:pid}] because {cause:rest}"]],' +
      '[17,["Service exited with abnormal code: {code:i32}","{?{job:label} }exited due to exit({code:i32}){?, {circumstance:label}}, ran for {ms:u64}ms","{?{job:label} }exited due to exit({code:i32}) {circumstance:label}, ran for {ms:u64}ms","{?{job:label} }exited due to exit({code:i32}){? {circumstance:label}}"]],' +
      '[33,["Service exited due to signal: {description:label}: {signal:signal} sent by {sender:label}[{senderPid:pid}]","Service exited due to signal: {description:label}: {signal:signal}","Service exited due to {signal:signal}{? | sent by {sender:label}[{senderPid:pid}]}","{?{job:label} }exited due to {signal:signal}{? | sent by {sender:label}[{senderPid:pid}]}{?, {circumstance:label}}, ran for {ms:u64}ms","{?{job:label} }exited due to {signal:signal}{? | sent by {sender:label}[{senderPid:pid}]} {circumstance:label}, ran for {ms:u64}ms","{?{job:label} }exited due to {signal:signal}{? | sent by {sender:label}[{senderPid:pid}]}"]],' +
      '[56,["exited with exit reason (namespace: {namespace:OS_REASON_namespace} code: {code:hex}) - {name:label}{? | {detail:label}}, ran for {ms:u64}ms","exited with exit reason (namespace: {namespace:OS_REASON_namespace} code: {code:hex}){? - {name:word}}{? | {detail:label}}","exited due to OS_REASON_{name:label}{? | {detail:label}}, ran for {ms:u64}ms","exited due to OS_REASON_{name:word}{? | {detail:label}}"]],' +
      '[72,["xpcproxy exited due to {reason:rest}"]],' +
      '[80,["Service only ran for {ranSeconds:seconds} seconds. Pushing respawn out by {seconds:seconds} seconds.","service spawn deferred by {seconds:seconds} seconds due to {cause:rest}","service throttled by {seconds:seconds} seconds"]],' +
      '[91,["service inactive: {job:label}"]],' +
      '[97,["service state: {state:label}"]],' +
      '[103,["internal event: {event:word}, code = {code:i32}"]],' +
      '[109,["launching: {cause:rest}"]],' +
      '[116,["removing service since it exited with consistent failure - {cause:rest}","removing job: caller = {caller:label}","removing service: {job:label}"]]' +
      ']'},
    {"name":"log.meta","title":"Log: boots, clock steps, and where lines are missing","at":"grammars/system/log.grammar:2","where":{"op":"compare","field":"process","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false},"names":"boot wallclock-adjusted class-begins loss","messages":
      '[' +
      '[6,["=== system boot: {uuid:uuid}"]],' +
      '[12,["=== system wallclock time adjusted"]],' +
      '[18,["=== log class: {class:label} begins"]],' +
      '[26,["lost {?>=}{count:u32} unreliable messages from {from:u64}-{to:u64} (Mach continuous exact start-approx. end)"]]' +
      ']'},
    {"name":"log.daemon","title":"Log: processes whose lines are thrown away because they write too many","at":"grammars/system/log.grammar:34","where":{"op":"compare","field":"process","comparator":"==","value":"logd","ignoreCase":false,"ignoreDiacritics":false},"names":"quarantined","messages":
      '[' +
      '[38,["Dropped {count:u64} log messages from {process:label}[{pid:pid}] quarantined due to high logging volume"]]' +
      ']'},
    {"name":"log.tool","title":"Log: what the log tool says of the export it makes","at":"grammars/system/log.grammar:46","where":{"op":"compare","field":"process","comparator":"==","value":"log","ignoreCase":false,"ignoreDiacritics":false},"names":"filtering skipping user-unknown","messages":
      '[' +
      '[50,["Filtering the log data using \\"{predicate:rest}\\""]],' +
      '[56,["Skipping {levels:label} messages, pass {options:label} to include."]],' +
      '[64,["getpwuid_r did not find a match for uid {uid:u32}"]]' +
      ']'},
    {"name":"system.mdns","title":"mDNSResponder: which process looks a name up","at":"grammars/system/mdns.grammar:3","where":{"op":"compare","field":"process","comparator":"==","value":"mDNSResponder","ignoreCase":false,"ignoreDiacritics":false},"probe":"START -- ","names":"query-start","messages":
      '[' +
      '[8,["[R{request:u32}] DNSServiceQueryRecord START -- qname: {name:label}, qtype: {type:label}, flags: {flags:hex}, interface index: {interfaceIndex:i32}, client pid: {clientPid:pid} ({client:label}), name hash: {nameHash:word}","[R{request:u32}] DNSServiceGetAddrInfo START -- hostname: {name:label}, protocols: {protocols:u32}, {?DNSSEC enabled, }flags: {flags:hex}, interface index: {interfaceIndex:i32}, client pid: {clientPid:pid} ({client:label}), name hash: {nameHash:word}","[R{request:u32}] {call:word} START -- {question:label}, client pid: {clientPid:pid} ({client:label}){?, name hash: {nameHash:word}}"]]' +
      ']'},
    {"name":"system.mdns-getaddrinfo","title":"mDNSResponder: which process looks a host's addresses up","at":"grammars/system/mdns.grammar:21","where":{"op":"compare","field":"process","comparator":"==","value":"mDNSResponder","ignoreCase":false,"ignoreDiacritics":false},"probe":"getaddrinfo start -- ","names":"query-start","messages":
      '[' +
      '[26,["[R{request:u32}] getaddrinfo start -- flags: {flags:hex}, ifindex: {interfaceIndex:i32}, protocols: {protocols:u32}, hostname: {name:label}, options: {options:label}, client pid: {clientPid:pid} ({client:label})"]]' +
      ']'},
    {"name":"system.mdns-request","title":"mDNSResponder: requests of processes end","at":"grammars/system/mdns.grammar:33","where":{"op":"compare","field":"process","comparator":"==","value":"mDNSResponder","ignoreCase":false,"ignoreDiacritics":false},"head":"[R{request:u32}] ","names":"getaddrinfo-stop query-stop","messages":
      '[' +
      '[38,["getaddrinfo stop -- hostname: {name:label}, client pid: {clientPid:pid} ({client:label})"]],' +
      '[45,["{call:dns-service-call} STOP -- name hash: {nameHash:word}, duration: {duration:word}","{call:dns-service-call} STOP -- {question:label}, client pid: {clientPid:pid} ({client:label}){?, name hash: {nameHash:word}}{?, duration: {duration:word}}"]]' +
      ']'},
    {"name":"system.mdns-question","title":"mDNSResponder: which DNS service answers which request","at":"grammars/system/mdns.grammar:55","where":{"op":"compare","field":"process","comparator":"==","value":"mDNSResponder","ignoreCase":false,"ignoreDiacritics":false},"head":"[R{request:u32}->Q{question:u32}] ","names":"assigned assigned-service","messages":
      '[' +
      '[60,["Question assigned DNS service {service:u32}"]],' +
      '[66,["Question for {name:label} ({type:word}) assigned DNS service -- id: {service:u32}, type: {transport:word}, source: {source:word}, scope: {scope:label}, interface: {interface:word}/{interfaceIndex:u32}, servers: {{{servers:label}}}"]]' +
      ']'},
    {"name":"system.mdns-resolver","title":"mDNSResponder: questions to DNS servers, and their answers","at":"grammars/system/mdns.grammar:75","where":{"op":"compare","field":"process","comparator":"==","value":"mDNSResponder","ignoreCase":false,"ignoreDiacritics":false},"head":"[Q{question:u32}] ","names":"sent concluded conclusion server-penalized","messages":
      '[' +
      '[80,["Sent {bytes:u32}-byte query #{attempt:u32} to {server:word} over {transport:word} via {interface:word}/{interfaceIndex:u32} -- id: {id:hex} ({idDecimal:u32}), flags: {flags:hex} ({flagNames:label}), counts: {questions:u32}/{answers:u32}/{authorities:u32}/{additionals:u32}, {name:label} {class:word} {type:word}?"]],' +
      '[88,["Handling concluded querier: {name:label}. {type:word} {class:word}","Handling concluded querier: {name:label} {type:word} {class:word}"]],' +
      '[96,["Querier concluded -- reason: {reason:rest}"]],' +
      '[102,["Penalizing unresponsive server {server:word} for {seconds:seconds} seconds -- symptom report: {report:rest}"],"info"]' +
      ']'},
    {"name":"system.pkd","title":"PlugInKit's daemon: who may use an app extension, and its sandbox","at":"grammars/system/pkd.grammar:2","where":{"op":"compare","field":"process","comparator":"==","value":"pkd","ignoreCase":false,"ignoreDiacritics":false},"names":"host-allowed sandbox-assigned","messages":
      '[' +
      '[6,["allowing host {hostPid:pid} {host:label} to use plug-in {bundle:label}({version:label}) uuid={plugin:uuid} at {path:label}","enabling pid={hostPid:pid} for plug-in {description:rest}"]],' +
      '[21,["assigning plug-in {bundle:label}({version:label}) {plugin:uuid} to plugin sandbox","assigning plug-in {bundle:label}({version:label}) to plugin sandbox"],"info"]' +
      ']'},
    {"name":"system.pmset","title":"pmset -g log: sleeps, wakes and who keeps the machine awake","at":"grammars/system/pmset.grammar:4","where":{"op":"compare","field":"process","comparator":"==","value":"pmset","ignoreCase":false,"ignoreDiacritics":false},"names":"sleep entering-dark-wake dark-wake wake dark-to-full-wake wake-details wake-time app-woke sleep-aborted failure wake-chosen wake-requests assertion assertion-summary sleep-preventers client-delays response display-changed notification-sent inactivity-window sleep-service-started sleep-service-ended hibernate-statistics thermal-state performance-state thermal-emergency-ignored battery-warning battery-health started shutdown-cause total","messages":
      '[' +
      '[11,["Entering Sleep state due to \'{reason:label}\':{?TCPKeepAlive={tcpKeepAlive:word}} Using {source:word}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}","Entering Sleep state due to \'{reason:label}\'{detail:rest}"]],' +
      '[26,["Entering DarkWake state due to \'{reason:label}\':{?TCPKeepAlive={tcpKeepAlive:word}} Using {source:word}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}","Entering DarkWake state due to \'{reason:label}\'{detail:rest}"]],' +
      '[35,["DarkWake from {kind:label} [{caps:word}] : due to {reason:label} Using {source:word}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}","DarkWake from {kind:label}{? [{caps:word}]}{? : due to {reason:label}}{? Using {source:word}}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}","DarkWake from {kind:label}\\n{detail:rest}"]],' +
      '[48,["Wake from {kind:label} [{caps:word}] : due to {reason:label} Using {source:word}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}","Wake from {kind:label}{? [{caps:word}]}{? : due to {reason:label}}{? Using {source:word}}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}","Wake from {kind:label}\\n{detail:rest}"]],' +
      '[60,["DarkWake to FullWake from {kind:label} [{caps:word}] : due to {reason:label} Using {source:word}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}","DarkWake to FullWake from {kind:label}{? [{caps:word}]}{? : due to {reason:label}}{? Using {source:word}}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}","DarkWake to FullWake from {kind:label}\\n{detail:rest}"]],' +
      '[71,["DriverReason:{driver:label} - DriverDetails:{details:rest}"]],' +
      '[78,["WakeTime: {seconds:seconds} sec"]],' +
      '[84,["AppWoke:{app:label} Reason:{reason:rest}"]],' +
      '[90,["Sleep in process aborted due to {reason:rest}"]],' +
      '[96,["Failure during {transition:word}: {failure:label} : {signature:label}{? {seconds:u32} secs}"]],' +
      '[104,["[*process={process:word} request={request:word} deltaSecs={seconds:i32} wakeAt={wakeAt:label}{? info=\\"{info:label}\\"}]{others:rest}","[process={before:label} [*process={process:word} request={request:word} deltaSecs={seconds:i32} wakeAt={wakeAt:label}{? info=\\"{info:label}\\"}]{others:rest}"]],' +
      '[114,["[process={process:word} request={request:word} deltaSecs={seconds:i32} wakeAt={wakeAt:label}{? info=\\"{info:label}\\"}]{others:rest}"]],' +
      '[123,["PID {pid:pid}({process:label}) {action:assertion-action} {kind:label} \\"{name:label}\\" {age:word} id:0x{id:pointer}{? [System: {held:label}]}","PID {pid:pid}({process:label}) {action:assertion-action} {kind:label} \\"{name:label}\\" id:0x{id:pointer}{? [System: {held:label}]}"]],' +
      '[134,["Summary- [System: {held:label}] Using {source:power-source}{?(Charge: {charge:u32})}"]],' +
      '[142,["Kernel {kind:word} sleep preventers: {names:rest}"]],' +
      '[150,["Delays to {transition:word} notifications: {delays:rest}"]],' +
      '[157,["PMConnection: Response from {client:label} {outcome:sleep-response}{? (powercaps:{caps:hex})}{? {ms:u32} ms}","Kernel: Response from {client:label} {outcome:sleep-response}{? (powercaps:{caps:hex})}{? {ms:u32} ms}"]],' +
      '[171,["Display is turned {state:display-state}"]],' +
      '[177,["Notification sent to {client:label} (powercaps:{caps:hex})"]],' +
      '[183,["Next {kind:word} inactivity window start:\'{from:label}\' end:\'{to:label}\'"]],' +
      '[190,["SleepService: window begins with cap time={seconds:u32} secs"]],' +
      '[196,["SleepService: window has terminated."]],' +
      '[202,["hibmode={mode:u32} standbydelaylow={lowSeconds:u32} standbydelayhigh={highSeconds:u32}{? {delay:u32}}{? ms}"]],' +
      '[209,["Thermal State is {state:i32}"]],' +
      '[215,["Performance State is {state:i32}"]],' +
      '[221,["Ignored DarkWake thermal emergency signal{? {keepAlive:label}}"]],' +
      '[227,["Warning level: {warning:i32} time: {minutes:i32} cap: {charge:i32}"]],' +
      '[233,["Battery health: {health:label}; was: {before:label}{?; reason {reason:label}}","Battery health: {health:label}"]],' +
      '[241,["powerd process is started"]],' +
      '[247,["SMC shutdown cause: {cause:i32}: {text:rest}"]],' +
      '[254,["Total Sleep/Wakes since boot at {bootedAt:label} :{sleeps:u32}","Total Sleep/Wakes since boot:{sleeps:u32}"]]' +
      ']'},
    {"name":"system.powerd","title":"powerd: sleep, dark wake and wake, with their reasons","at":"grammars/system/powerd.grammar:3","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"powerd","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","sleepWake"],"ignoreCase":false,"ignoreDiacritics":false}]},"names":"sleep dark-wake wake dark-to-full-wake wake-reason","messages":
      '[' +
      '[7,["Entering Sleep state due to \'{reason:label}\'{?:TCPKeepAlive={tcpKeepAlive:word}} Using {source:word}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}","Entering Sleep state due to \'{reason:label}\'{detail:rest}"]],' +
      '[20,["DarkWake from {kind:label}{? [{caps:word}]}{? : due to {reason:label}}{? Using {source:word}}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}"]],' +
      '[32,["Wake from {kind:label}{? [{caps:word}]}{? : due to {reason:label}}{? Using {source:word}}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}"]],' +
      '[42,["DarkWake to FullWake from {kind:label}{? [{caps:word}]}{? : due to {reason:label}}{? Using {source:word}}{? (Charge:{charge:u32}%)}{? {seconds:u32} secs}"]],' +
      '[50,["Wake reason: {reason:quoted}  identity: {identity:quoted}","Wake reason: {reason:quoted}{? identity: {identity:quoted}}"]]' +
      ']'},
    {"name":"system.power-assertions","title":"powerd: which process keeps the machine awake","at":"grammars/system/powerd.grammar:59","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"powerd","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","assertions"],"ignoreCase":false,"ignoreDiacritics":false}]},"names":"assertion","messages":
      '[' +
      '[63,["Process {process:label}.{pid:pid} {action:assertion-action} {kind:word} \\"{name:label}\\" age:{age:word}  id:{id:u64}{? [System: {held:label}]}"]]' +
      ']'},
    {"name":"system.report-crash","title":"Crash reporter: which process crashed, and where its report is","at":"grammars/system/report-crash.grammar:3","where":{"op":"compare","field":"process","comparator":"in","value":["ReportCrash","osanalyticshelper","SubmitDiagInfo"],"ignoreCase":false,"ignoreDiacritics":false},"names":"formulating saved saved-type not-saved creating created submission retired","messages":
      '[' +
      '[7,["Formulating {?{fatal:fatal-mark} }{?{kind:report-kind} }report for corpse[{pid:pid}] {process:label}"]],' +
      '[16,["Saved crash report for {process:label}[{pid:pid}] version {version:label} to {path:label}"]],' +
      '[24,["Saved type \'{kind:report-kind}({detail:label})\' report ({count:u32} of max {max:u32}) at {path:label}","Saved type \'{kind:report-kind}\' report ({count:u32} of max {max:u32}) at {path:label}"]],' +
      '[34,["Report of type \'{kind:report-kind}({detail:label})\' not saved because the limit of {max:u32} logs has been reached"]],' +
      '[40,["creating type {kind:report-kind} as {path:label}"]],' +
      '[48,["client log create type {kind:report-kind} result {result:word}: {path:rest}"]],' +
      '[58,["Enabling urgent submission {?for process }{process:label}","Triggering urgent submission {?for process }{process:label}","Skipping urgent submission {?for process }{process:label}"]],' +
      '[68,["Retiring ({kind:report-kind}) submitted \'{path:label}\': {result:rest}"]]' +
      ']'},
    {"name":"system.report-memory","title":"Memory reporter: which process was killed for memory","at":"grammars/system/report-crash.grammar:76","where":{"op":"compare","field":"process","comparator":"==","value":"ReportSystemMemory","ignoreCase":false,"ignoreDiacritics":false},"names":"killed","messages":
      '[' +
      '[80,["Process {process:label} [{pid:pid}] killed by jetsam reason {reason:word}"]]' +
      ']'},
    {"name":"system.runningboard","title":"RunningBoard: apps and app extensions that end, and who asked for it","at":"grammars/system/runningboard.grammar:2","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"runningboardd","ignoreCase":false,"ignoreDiacritics":false},{"op":"or","terms":[{"op":"compare","field":"category","comparator":"==","value":"process","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]}]},"names":"termination-reported removing terminating terminated termination-request assertion-invalidated not-managed","messages":
      '[' +
      '[6,["[{identity:label}:{pid:pid}] termination reported by launchd ({domain:OS_REASON_namespace}, {code:u32}, {status:i32})"]],' +
      '[17,["Removing process: [{identity:label}:{pid:pid}]"]],' +
      '[23,["[{identity:label}:{pid:pid}] Terminating with context: <RBSTerminateContext| {?domain:{domain:OS_REASON_namespace} }{?code:{code:hex} }explanation:{explanation:rest}","[{identity:label}:{pid:pid}] Terminating with context: <RBSTerminateContext| {context:rest}"]],' +
      '[37,["{?[{identity:label}:{pid:pid}] }terminate_with_reason() success"]],' +
      '[46,["Executing termination request for: {target:rest}"]],' +
      '[54,["Invalidating assertion {assertion:word} (target:[{identity:label}:{pid:pid}])"]],' +
      '[61,["[{identity:label}:{pid:pid}] is not RunningBoard jetsam managed."]]' +
      ']'},
    {"name":"system.runningboard-client","title":"RunningBoard in a process: who an app extension is","at":"grammars/system/runningboard.grammar:70","where":{"op":"or","terms":[{"op":"compare","field":"sender","comparator":"==","value":"RunningBoardServices","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.runningboard"],"ignoreCase":false,"ignoreDiacritics":false}]},"probe":"<com.apple.neagent","marks":"provider","names":"identity-resolved","messages":
      '[' +
      '[76,["Identity resolved as xpcservice<{bundle:label}([daemon<com.apple.neagent{hostSuffix:label}>:{hostPid:pid}:{hostToken:u32}])>","Identity resolved as xpcservice<{bundle:label}([daemon<com.apple.neagent{hostSuffix:label}>:{hostPid:pid}])>"]]' +
      ']'},
    {"name":"system.sandbox","title":"Sandbox: what the kernel refuses a process","at":"grammars/system/sandbox.grammar:2","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"kernel","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"sender","comparator":"in","value":["Sandbox","kernel"],"ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"==","value":"","ignoreCase":false,"ignoreDiacritics":false}]},"probe":" deny(","names":"privilege-denied queue-length-denied read-denied denied","messages":
      '[' +
      '[7,["{?Sandbox: }{process:label}({pid:pid}) deny({denial:u32}) system-privilege {privilege:u32}"],"error"],' +
      '[16,["Sandbox: deny({denial:u32}) sysctl-read kern.ipc.somaxconn","{?Sandbox: }{process:label}({pid:pid}) deny({denial:u32}) sysctl-read kern.ipc.somaxconn"],"error"],' +
      '[27,["Sandbox: deny({denial:u32}) file-read-data{? {path:rest}}","{?Sandbox: }{process:label}({pid:pid}) deny({denial:u32}) file-read-data{? {path:rest}}"],"error"],' +
      '[39,["Sandbox: deny({denial:u32}) {operation:word}{? {target:rest}}","{?Sandbox: }{process:label}({pid:pid}) deny({denial:u32}) {operation:word}{? {target:rest}}"],"error"]' +
      ']'},
    {"name":"system.sqlite","title":"SQLite: a file that is looked for wherever a signature is checked","at":"grammars/system/sqlite.grammar:1","where":{"op":"or","terms":[{"op":"compare","field":"sender","comparator":"==","value":"libsqlite3.dylib","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.libsqlite3"],"ignoreCase":false,"ignoreDiacritics":false}]},"probe":"DetachedSignatures","names":"detached-signatures-missing","messages":
      '[' +
      '[6,["{place:word} ({error:errno}) open(/private/var/db/DetachedSignatures) - No such file or directory"],"error"]' +
      ']'},
    {"name":"system.sysextd","title":"System extensions: activation, replacement and removal","at":"grammars/system/sysextd.grammar:2","where":{"op":"compare","field":"process","comparator":"==","value":"sysextd","ignoreCase":false,"ignoreDiacritics":false},"names":"activation-requested deactivation-requested realizing realizing-path entry-to-replace two-entries decision conflict-notified client-replied client-gone enabling state-changed enabling-impossible terminating-old validation-failed uninstalling outside-applications package-type-probed entitlement-probed","messages":
      '[' +
      '[6,["client activation request for {bundle:word}"]],' +
      '[14,["client deactivation request for {bundle:word}"]],' +
      '[21,["attempting to realize extension with identifier {bundle:word}"]],' +
      '[30,["realizing target path: {url:word}"]],' +
      '[38,["activateDecision found entry to replace: {bundle:label}, BundleVersion(CFBundleShortVersionString: {shortVersion:quoted}, CFBundleVersion: {version:quoted})","activateDecision found entry to replace: {bundle:word}"]],' +
      '[48,["activateDecision found two entries for {team:label} {bundle:word} in state:{states:rest}"],"fault"],' +
      '[56,["initial activation decision: {decision:rest}"]],' +
      '[64,["notifying client of activation conflict"]],' +
      '[71,["client replied {?with }{decision:rest}"]],' +
      '[78,["client connection (pid {pid:pid}) invalidated"]],' +
      '[84,["Starting enablement of {bundle:word}"]],' +
      '[91,["changing state of extension {bundle:label} to {state:extension-state}.","changing state of extension {bundle:label} to {state:extension-state}","extension {bundle:label} state changed to {state:extension-state}"]],' +
      '[104,["unable to enable {bundle:label}: state is {state:extension-state}, not in a state that could be enabled"]],' +
      '[111,["terminating old extension {bundle:word}","terminating old extension: {bundle:word}"]],' +
      '[120,["{bundle:word}: extension failed to validate! uninstalling..."]],' +
      '[129,["uninstalling {?invalid }extension {bundle:word}"]],' +
      '[136,["no policy, cannot allow apps outside /Applications"]],' +
      '[143,["{path:label}: package type not `{type:word}`"]],' +
      '[152,["{path:label}: entitlement `{entitlement:word}` not present or not true"]]' +
      ']'},
    {"name":"system.systemextensionsctl","title":"systemextensionsctl list: the system extensions that are installed, and their states","at":"grammars/system/systemextensionsctl.grammar:3","where":{"op":"compare","field":"process","comparator":"==","value":"systemextensionsctl","ignoreCase":false,"ignoreDiacritics":false},"names":"extension","messages":
      '[' +
      '[16,["{enabled:label}\\t{active:label}\\t{team:word}\\t{bundle:word} ({version:word}{?/{build:word}})\\t{name:label}\\t[{state:listed-extension-state}]","{enabled:label}\\t{active:label}\\t{team:word}\\t{bundle:word} ({version:word}{?/{build:word}})\\t{name:label}\\t[{otherState:label}]","{?* }{?* }{team:word} {bundle:word} ({version:word}{?/{build:word}}) {name:label} [{state:listed-extension-state}]"]]' +
      ']'},
    {"name":"system.tccd","title":"Privacy daemon: processes ended because a permission changed","at":"grammars/system/tccd.grammar:2","where":{"op":"and","terms":[{"op":"compare","field":"process","comparator":"==","value":"tccd","ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"subsystem","comparator":"in","value":["","com.apple.TCC"],"ignoreCase":false,"ignoreDiacritics":false},{"op":"compare","field":"category","comparator":"in","value":["","access"],"ignoreCase":false,"ignoreDiacritics":false}]},"names":"terminating","messages":
      '[' +
      '[6,["Terminating {bundle:label}[{pid:pid}] because access to the {service:word} service changed"]]' +
      ']'},
  ],
  codes: [
    {"name":"NEVPNErrorDomain","title":"Errors of an app's calls to NEVPNManager: loading, saving and starting a configuration","at":"grammars/codes/errors.grammar:6","codes":"[[1,\"configurationInvalid\"],[2,\"configurationDisabled\"],[3,\"connectionFailed\"],[4,\"configurationStale\"],[5,\"configurationReadWriteFailed\"],[6,\"configurationUnknown\"]]"},
    {"name":"NEVPNConnectionErrorDomain","title":"Why a VPN disconnected, in the public numbering that apps see","at":"grammars/codes/errors.grammar:16","codes":"[[1,\"overslept\"],[2,\"noNetworkAvailable\"],[3,\"unrecoverableNetworkChange\"],[4,\"configurationFailed\"],[5,\"serverAddressResolutionFailed\"],[6,\"serverNotResponding\"],[7,\"serverDead\"],[8,\"authenticationFailed\"],[9,\"clientCertificateInvalid\"],[10,\"clientCertificateNotYetValid\"],[11,\"clientCertificateExpired\"],[12,\"pluginFailed\"],[13,\"configurationNotFound\"],[14,\"pluginDisabled\"],[15,\"negotiationFailed\"],[16,\"serverDisconnected\"],[17,\"serverCertificateInvalid\"],[18,\"serverCertificateNotYetValid\"],[19,\"serverCertificateExpired\"]]"},
    {"name":"NEVPNConnectionErrorDomainPlugin","title":"Why a VPN disconnected, in the system's private numbering: equal to the stop reasons, different from the public NEVPNConnectionErrorDomain","at":"grammars/codes/errors.grammar:39","codes":"[[2,\"OVERSLEPT\"],[4,\"NO_NETWORK_AVAILABLE\"],[5,\"NETWORK_CHANGE\"],[6,\"PLUGIN_NOT_AVAILABLE\"],[7,\"INTERNAL_ERROR\"],[10,\"CONFIGURATION_FAILED\"],[12,\"CONNECT_TIMEOUT\"],[14,\"CONFIGURATION_APP_REQUIRED\"],[15,\"SERVER_ADDRESS_MISSING\"],[16,\"SERVER_ADDRESS_INVALID\"],[17,\"SERVER_ADDRESS_RESOLUTION_FAILED\"],[18,\"SERVER_NEGOTIATION_FAILED\"],[20,\"SERVER_NOT_RESPONDING\"],[21,\"SERVER_DISCONNECTED\"],[22,\"SERVER_DEAD\"],[23,\"AUTHENTICATION_FAILED\"],[24,\"CLIENT_CERTIFICATE_MISSING\"],[25,\"CLIENT_CERTIFICATE_INVALID\"],[26,\"CLIENT_CERTIFICATE_NOT_YET_VALID\"],[27,\"CLIENT_CERTIFICATE_EXPIRED\"],[28,\"SERVER_CERTIFICATE_INVALID\"],[29,\"SERVER_CERTIFICATE_NOT_YET_VALID\"],[30,\"SERVER_CERTIFICATE_EXPIRED\"],[38,\"CONFIGURATION_NOT_FOUND\"]]"},
    {"name":"NETunnelProviderErrorDomain","title":"Errors of a provider's network settings (setTunnelNetworkSettings)","at":"grammars/codes/errors.grammar:66","codes":"[[1,\"networkSettingsInvalid\"],[2,\"networkSettingsCanceled\"],[3,\"networkSettingsFailed\"]]"},
    {"name":"NEAppProxyFlowErrorDomain","title":"Errors of a proxy provider's flows: opening, reading and writing (constant NEAppProxyErrorDomain)","at":"grammars/codes/errors.grammar:73","codes":"[[1,\"notConnected\"],[2,\"peerReset\"],[3,\"hostUnreachable\"],[4,\"invalidArgument\"],[5,\"aborted\"],[6,\"refused\"],[7,\"timedOut\"],[8,\"internal\"],[9,\"datagramTooLarge\"],[10,\"readAlreadyPending\"]]"},
    {"name":"NEFilterErrorDomain","title":"Errors of an app's calls to NEFilterManager","at":"grammars/codes/errors.grammar:87","codes":"[[1,\"configurationInvalid\"],[2,\"configurationDisabled\"],[3,\"configurationStale\"],[4,\"configurationCannotBeRemoved\"],[5,\"configurationPermissionDenied\"],[6,\"configurationInternalError\"]]"},
    {"name":"NEAgentErrorDomain","title":"Errors of the process that hosts a provider; not public, meanings from reports","at":"grammars/codes/errors.grammar:97","codes":"[[1,\"settings could not be applied\"],[2,\"provider could not be started\"]]"},
    {"name":"OSSystemExtensionErrorDomain","title":"Errors of system extension requests: activation and deactivation","at":"grammars/codes/errors.grammar:102","codes":"[[1,\"unknown\"],[2,\"missingEntitlement\"],[3,\"unsupportedParentBundleLocation\"],[4,\"extensionNotFound\"],[5,\"extensionMissingIdentifier\"],[6,\"duplicateExtensionIdentifer\"],[7,\"unknownExtensionCategory\"],[8,\"codeSignatureInvalid\"],[9,\"validationFailed\"],[10,\"forbiddenBySystemPolicy\"],[11,\"requestCanceled\"],[12,\"requestSuperseded\"],[13,\"authorizationRequired\"]]"},
    {"name":"AppleMobileFileIntegrityError","title":"Errors of amfid, which checks a program's signature, profile and entitlements before it runs","at":"grammars/codes/errors.grammar:119","codes":"[[-413,\"No matching profile found\"]]"},
    {"name":"errno","title":"POSIX errors of Darwin: NSPOSIXErrorDomain, errno in kernel lines, a socket's error","at":"grammars/codes/errors.grammar:126","codes":"[[1,\"EPERM\"],[2,\"ENOENT\"],[3,\"ESRCH\"],[4,\"EINTR\"],[5,\"EIO\"],[6,\"ENXIO\"],[7,\"E2BIG\"],[8,\"ENOEXEC\"],[9,\"EBADF\"],[10,\"ECHILD\"],[11,\"EDEADLK\"],[12,\"ENOMEM\"],[13,\"EACCES\"],[14,\"EFAULT\"],[15,\"ENOTBLK\"],[16,\"EBUSY\"],[17,\"EEXIST\"],[18,\"EXDEV\"],[19,\"ENODEV\"],[20,\"ENOTDIR\"],[21,\"EISDIR\"],[22,\"EINVAL\"],[23,\"ENFILE\"],[24,\"EMFILE\"],[25,\"ENOTTY\"],[26,\"ETXTBSY\"],[27,\"EFBIG\"],[28,\"ENOSPC\"],[29,\"ESPIPE\"],[30,\"EROFS\"],[31,\"EMLINK\"],[32,\"EPIPE\"],[33,\"EDOM\"],[34,\"ERANGE\"],[35,\"EAGAIN\"],[36,\"EINPROGRESS\"],[37,\"EALREADY\"],[38,\"ENOTSOCK\"],[39,\"EDESTADDRREQ\"],[40,\"EMSGSIZE\"],[41,\"EPROTOTYPE\"],[42,\"ENOPROTOOPT\"],[43,\"EPROTONOSUPPORT\"],[44,\"ESOCKTNOSUPPORT\"],[45,\"ENOTSUP\"],[46,\"EPFNOSUPPORT\"],[47,\"EAFNOSUPPORT\"],[48,\"EADDRINUSE\"],[49,\"EADDRNOTAVAIL\"],[50,\"ENETDOWN\"],[51,\"ENETUNREACH\"],[52,\"ENETRESET\"],[53,\"ECONNABORTED\"],[54,\"ECONNRESET\"],[55,\"ENOBUFS\"],[56,\"EISCONN\"],[57,\"ENOTCONN\"],[58,\"ESHUTDOWN\"],[59,\"ETOOMANYREFS\"],[60,\"ETIMEDOUT\"],[61,\"ECONNREFUSED\"],[62,\"ELOOP\"],[63,\"ENAMETOOLONG\"],[64,\"EHOSTDOWN\"],[65,\"EHOSTUNREACH\"],[66,\"ENOTEMPTY\"],[67,\"EPROCLIM\"],[68,\"EUSERS\"],[69,\"EDQUOT\"],[70,\"ESTALE\"],[71,\"EREMOTE\"],[72,\"EBADRPC\"],[73,\"ERPCMISMATCH\"],[74,\"EPROGUNAVAIL\"],[75,\"EPROGMISMATCH\"],[76,\"EPROCUNAVAIL\"],[77,\"ENOLCK\"],[78,\"ENOSYS\"],[79,\"EFTYPE\"],[80,\"EAUTH\"],[81,\"ENEEDAUTH\"],[82,\"EPWROFF\"],[83,\"EDEVERR\"],[84,\"EOVERFLOW\"],[85,\"EBADEXEC\"],[86,\"EBADARCH\"],[87,\"ESHLIBVERS\"],[88,\"EBADMACHO\"],[89,\"ECANCELED\"],[90,\"EIDRM\"],[91,\"ENOMSG\"],[92,\"EILSEQ\"],[93,\"ENOATTR\"],[94,\"EBADMSG\"],[95,\"EMULTIHOP\"],[96,\"ENODATA\"],[97,\"ENOLINK\"],[98,\"ENOSR\"],[99,\"ENOSTR\"],[100,\"EPROTO\"],[101,\"ETIME\"],[102,\"EOPNOTSUPP\"],[103,\"ENOPOLICY\"],[104,\"ENOTRECOVERABLE\"],[105,\"EOWNERDEAD\"],[106,\"EQFULL\"]]"},
    {"name":"NSURLErrorDomain","title":"Errors of URL loading (URLSession, WebKit)","at":"grammars/codes/errors.grammar:236","codes":"[[-1,\"NSURLErrorUnknown\"],[-995,\"NSURLErrorBackgroundSessionRequiresSharedContainer\"],[-996,\"NSURLErrorBackgroundSessionInUseByAnotherProcess\"],[-997,\"NSURLErrorBackgroundSessionWasDisconnected\"],[-999,\"NSURLErrorCancelled\"],[-1000,\"NSURLErrorBadURL\"],[-1001,\"NSURLErrorTimedOut\"],[-1002,\"NSURLErrorUnsupportedURL\"],[-1003,\"NSURLErrorCannotFindHost\"],[-1004,\"NSURLErrorCannotConnectToHost\"],[-1005,\"NSURLErrorNetworkConnectionLost\"],[-1006,\"NSURLErrorDNSLookupFailed\"],[-1007,\"NSURLErrorHTTPTooManyRedirects\"],[-1008,\"NSURLErrorResourceUnavailable\"],[-1009,\"NSURLErrorNotConnectedToInternet\"],[-1010,\"NSURLErrorRedirectToNonExistentLocation\"],[-1011,\"NSURLErrorBadServerResponse\"],[-1012,\"NSURLErrorUserCancelledAuthentication\"],[-1013,\"NSURLErrorUserAuthenticationRequired\"],[-1014,\"NSURLErrorZeroByteResource\"],[-1015,\"NSURLErrorCannotDecodeRawData\"],[-1016,\"NSURLErrorCannotDecodeContentData\"],[-1017,\"NSURLErrorCannotParseResponse\"],[-1018,\"NSURLErrorInternationalRoamingOff\"],[-1019,\"NSURLErrorCallIsActive\"],[-1020,\"NSURLErrorDataNotAllowed\"],[-1021,\"NSURLErrorRequestBodyStreamExhausted\"],[-1022,\"NSURLErrorAppTransportSecurityRequiresSecureConnection\"],[-1100,\"NSURLErrorFileDoesNotExist\"],[-1101,\"NSURLErrorFileIsDirectory\"],[-1102,\"NSURLErrorNoPermissionsToReadFile\"],[-1103,\"NSURLErrorDataLengthExceedsMaximum\"],[-1200,\"NSURLErrorSecureConnectionFailed\"],[-1201,\"NSURLErrorServerCertificateHasBadDate\"],[-1202,\"NSURLErrorServerCertificateUntrusted\"],[-1203,\"NSURLErrorServerCertificateHasUnknownRoot\"],[-1204,\"NSURLErrorServerCertificateNotYetValid\"],[-1205,\"NSURLErrorClientCertificateRejected\"],[-1206,\"NSURLErrorClientCertificateRequired\"],[-2000,\"NSURLErrorCannotLoadFromNetwork\"],[-3000,\"NSURLErrorCannotCreateFile\"],[-3001,\"NSURLErrorCannotOpenFile\"],[-3002,\"NSURLErrorCannotCloseFile\"],[-3003,\"NSURLErrorCannotWriteToFile\"],[-3004,\"NSURLErrorCannotRemoveFile\"],[-3005,\"NSURLErrorCannotMoveFile\"],[-3006,\"NSURLErrorDownloadDecodingFailedMidStream\"],[-3007,\"NSURLErrorDownloadDecodingFailedToComplete\"]]"},
    {"name":"kCFErrorDomainCFNetwork","title":"Errors of CFNetwork, mostly underneath those of NSURLErrorDomain; its URL errors have the same numbers","at":"grammars/codes/errors.grammar:288","codes":"[[1,\"kCFHostErrorHostNotFound\"],[2,\"kCFHostErrorUnknown\"],[100,\"kCFSOCKSErrorUnknownClientVersion\"],[101,\"kCFSOCKSErrorUnsupportedServerVersion\"],[110,\"kCFSOCKS4ErrorRequestFailed\"],[111,\"kCFSOCKS4ErrorIdentdFailed\"],[112,\"kCFSOCKS4ErrorIdConflict\"],[113,\"kCFSOCKS4ErrorUnknownStatusCode\"],[120,\"kCFSOCKS5ErrorBadState\"],[121,\"kCFSOCKS5ErrorBadResponseAddr\"],[122,\"kCFSOCKS5ErrorBadCredentials\"],[123,\"kCFSOCKS5ErrorUnsupportedNegotiationMethod\"],[124,\"kCFSOCKS5ErrorNoAcceptableMethod\"],[200,\"kCFFTPErrorUnexpectedStatusCode\"],[300,\"kCFErrorHTTPAuthenticationTypeUnsupported\"],[301,\"kCFErrorHTTPBadCredentials\"],[302,\"kCFErrorHTTPConnectionLost\"],[303,\"kCFErrorHTTPParseFailure\"],[304,\"kCFErrorHTTPRedirectionLoopDetected\"],[305,\"kCFErrorHTTPBadURL\"],[306,\"kCFErrorHTTPProxyConnectionFailure\"],[307,\"kCFErrorHTTPBadProxyCredentials\"],[308,\"kCFErrorPACFileError\"],[309,\"kCFErrorPACFileAuth\"],[310,\"kCFErrorHTTPSProxyConnectionFailure\"],[311,\"kCFStreamErrorHTTPSProxyFailureUnexpectedResponseToCONNECTMethod\"],[-998,\"kCFURLErrorUnknown\"],[-999,\"kCFURLErrorCancelled\"],[-1000,\"kCFURLErrorBadURL\"],[-1001,\"kCFURLErrorTimedOut\"],[-1002,\"kCFURLErrorUnsupportedURL\"],[-1003,\"kCFURLErrorCannotFindHost\"],[-1004,\"kCFURLErrorCannotConnectToHost\"],[-1005,\"kCFURLErrorNetworkConnectionLost\"],[-1006,\"kCFURLErrorDNSLookupFailed\"],[-1007,\"kCFURLErrorHTTPTooManyRedirects\"],[-1008,\"kCFURLErrorResourceUnavailable\"],[-1009,\"kCFURLErrorNotConnectedToInternet\"],[-1010,\"kCFURLErrorRedirectToNonExistentLocation\"],[-1011,\"kCFURLErrorBadServerResponse\"],[-1012,\"kCFURLErrorUserCancelledAuthentication\"],[-1013,\"kCFURLErrorUserAuthenticationRequired\"],[-1014,\"kCFURLErrorZeroByteResource\"],[-1015,\"kCFURLErrorCannotDecodeRawData\"],[-1016,\"kCFURLErrorCannotDecodeContentData\"],[-1017,\"kCFURLErrorCannotParseResponse\"],[-1018,\"kCFURLErrorInternationalRoamingOff\"],[-1019,\"kCFURLErrorCallIsActive\"],[-1020,\"kCFURLErrorDataNotAllowed\"],[-1021,\"kCFURLErrorRequestBodyStreamExhausted\"],[-1022,\"kCFURLErrorAppTransportSecurityRequiresSecureConnection\"],[-1100,\"kCFURLErrorFileDoesNotExist\"],[-1101,\"kCFURLErrorFileIsDirectory\"],[-1102,\"kCFURLErrorNoPermissionsToReadFile\"],[-1103,\"kCFURLErrorDataLengthExceedsMaximum\"],[-1200,\"kCFURLErrorSecureConnectionFailed\"],[-1201,\"kCFURLErrorServerCertificateHasBadDate\"],[-1202,\"kCFURLErrorServerCertificateUntrusted\"],[-1203,\"kCFURLErrorServerCertificateHasUnknownRoot\"],[-1204,\"kCFURLErrorServerCertificateNotYetValid\"],[-1205,\"kCFURLErrorClientCertificateRejected\"],[-1206,\"kCFURLErrorClientCertificateRequired\"],[-2000,\"kCFURLErrorCannotLoadFromNetwork\"],[-3000,\"kCFURLErrorCannotCreateFile\"],[-3001,\"kCFURLErrorCannotOpenFile\"],[-3002,\"kCFURLErrorCannotCloseFile\"],[-3003,\"kCFURLErrorCannotWriteToFile\"],[-3004,\"kCFURLErrorCannotRemoveFile\"],[-3005,\"kCFURLErrorCannotMoveFile\"],[-3006,\"kCFURLErrorDownloadDecodingFailedMidStream\"],[-3007,\"kCFURLErrorDownloadDecodingFailedToComplete\"]]"},
    {"name":"NSCocoaErrorDomain","title":"Errors of Foundation: files, property lists, and XPC connections to providers","at":"grammars/codes/errors.grammar:363","codes":"[[4,\"NSFileNoSuchFileError\"],[255,\"NSFileLockingError\"],[256,\"NSFileReadUnknownError\"],[257,\"NSFileReadNoPermissionError\"],[258,\"NSFileReadInvalidFileNameError\"],[259,\"NSFileReadCorruptFileError\"],[260,\"NSFileReadNoSuchFileError\"],[261,\"NSFileReadInapplicableStringEncodingError\"],[262,\"NSFileReadUnsupportedSchemeError\"],[263,\"NSFileReadTooLargeError\"],[264,\"NSFileReadUnknownStringEncodingError\"],[512,\"NSFileWriteUnknownError\"],[513,\"NSFileWriteNoPermissionError\"],[514,\"NSFileWriteInvalidFileNameError\"],[516,\"NSFileWriteFileExistsError\"],[517,\"NSFileWriteInapplicableStringEncodingError\"],[518,\"NSFileWriteUnsupportedSchemeError\"],[640,\"NSFileWriteOutOfSpaceError\"],[642,\"NSFileWriteVolumeReadOnlyError\"],[1024,\"NSKeyValueValidationError\"],[2048,\"NSFormattingError\"],[3072,\"NSUserCancelledError\"],[3328,\"NSFeatureUnsupportedError\"],[3840,\"NSPropertyListReadCorruptError\"],[3841,\"NSPropertyListReadUnknownVersionError\"],[3842,\"NSPropertyListReadStreamError\"],[3851,\"NSPropertyListWriteStreamError\"],[3852,\"NSPropertyListWriteInvalidError\"],[4097,\"NSXPCConnectionInterrupted\"],[4099,\"NSXPCConnectionInvalid\"],[4101,\"NSXPCConnectionReplyInvalid\"]]"},
    {"name":"NSOSStatusErrorDomain","title":"OSStatus errors as they are seen with extensions: code signing and keychain","at":"grammars/codes/errors.grammar:398","codes":"[[-50,\"errSecParam\"],[-25291,\"errSecNotAvailable\"],[-25299,\"errSecDuplicateItem\"],[-25300,\"errSecItemNotFound\"],[-25308,\"errSecInteractionNotAllowed\"],[-34018,\"errSecMissingEntitlement\"],[-67034,\"errSecCSStaticCodeChanged\"],[-67050,\"errSecCSReqFailed\"],[-67061,\"errSecCSSignatureFailed\"],[-67062,\"errSecCSUnsigned\"]]"},
    {"name":"dns","title":"Errors of name resolution: DNSServiceErrorType of mDNSResponder, also printed by Network.framework","at":"grammars/codes/errors.grammar:414","codes":"[[0,\"NoError\"],[-65537,\"Unknown\"],[-65538,\"NoSuchName\"],[-65539,\"NoMemory\"],[-65540,\"BadParam\"],[-65541,\"BadReference\"],[-65542,\"BadState\"],[-65543,\"BadFlags\"],[-65544,\"Unsupported\"],[-65545,\"NotInitialized\"],[-65547,\"AlreadyRegistered\"],[-65548,\"NameConflict\"],[-65549,\"Invalid\"],[-65550,\"Firewall\"],[-65551,\"Incompatible\"],[-65552,\"BadInterfaceIndex\"],[-65553,\"Refused\"],[-65554,\"NoSuchRecord\"],[-65555,\"NoAuth\"],[-65556,\"NoSuchKey\"],[-65557,\"NATTraversal\"],[-65558,\"DoubleNAT\"],[-65559,\"BadTime\"],[-65560,\"BadSig\"],[-65561,\"BadKey\"],[-65562,\"Transient\"],[-65563,\"ServiceNotRunning\"],[-65564,\"NATPortMappingUnsupported\"],[-65565,\"NATPortMappingDisabled\"],[-65566,\"NoRouter\"],[-65567,\"PollingMode\"],[-65568,\"Timeout\"],[-65569,\"DefunctConnection\"],[-65570,\"PolicyDenied\"],[-65571,\"NotPermitted\"],[-65572,\"StaleData\"]]"},
    {"name":"errSSL","title":"TLS errors as OSStatus (Secure Transport, also Network.framework and CFNetwork)","at":"grammars/codes/errors.grammar:454","codes":"[[-9800,\"errSSLProtocol\"],[-9801,\"errSSLNegotiation\"],[-9802,\"errSSLFatalAlert\"],[-9803,\"errSSLWouldBlock\"],[-9804,\"errSSLSessionNotFound\"],[-9805,\"errSSLClosedGraceful\"],[-9806,\"errSSLClosedAbort\"],[-9807,\"errSSLXCertChainInvalid\"],[-9808,\"errSSLBadCert\"],[-9809,\"errSSLCrypto\"],[-9810,\"errSSLInternal\"],[-9811,\"errSSLModuleAttach\"],[-9812,\"errSSLUnknownRootCert\"],[-9813,\"errSSLNoRootCert\"],[-9814,\"errSSLCertExpired\"],[-9815,\"errSSLCertNotYetValid\"],[-9816,\"errSSLClosedNoNotify\"],[-9817,\"errSSLBufferOverflow\"],[-9818,\"errSSLBadCipherSuite\"],[-9819,\"errSSLPeerUnexpectedMsg\"],[-9820,\"errSSLPeerBadRecordMac\"],[-9821,\"errSSLPeerDecryptionFail\"],[-9822,\"errSSLPeerRecordOverflow\"],[-9823,\"errSSLPeerDecompressFail\"],[-9824,\"errSSLPeerHandshakeFail\"],[-9825,\"errSSLPeerBadCert\"],[-9826,\"errSSLPeerUnsupportedCert\"],[-9827,\"errSSLPeerCertRevoked\"],[-9828,\"errSSLPeerCertExpired\"],[-9829,\"errSSLPeerCertUnknown\"],[-9830,\"errSSLIllegalParam\"],[-9831,\"errSSLPeerUnknownCA\"],[-9832,\"errSSLPeerAccessDenied\"],[-9833,\"errSSLPeerDecodeError\"],[-9834,\"errSSLPeerDecryptError\"],[-9835,\"errSSLPeerExportRestriction\"],[-9836,\"errSSLPeerProtocolVersion\"],[-9837,\"errSSLPeerInsufficientSecurity\"],[-9838,\"errSSLPeerInternalError\"],[-9839,\"errSSLPeerUserCancelled\"],[-9840,\"errSSLPeerNoRenegotiation\"],[-9841,\"errSSLPeerAuthCompleted\"],[-9842,\"errSSLClientCertRequested\"],[-9843,\"errSSLHostNameMismatch\"],[-9844,\"errSSLConnectionRefused\"],[-9845,\"errSSLDecryptionFail\"],[-9846,\"errSSLBadRecordMac\"],[-9847,\"errSSLRecordOverflow\"],[-9848,\"errSSLBadConfiguration\"],[-9849,\"errSSLUnexpectedRecord\"],[-9850,\"errSSLWeakPeerEphemeralDHKey\"],[-9851,\"errSSLClientHelloReceived\"],[-9852,\"errSSLTransportReset\"],[-9853,\"errSSLNetworkTimeout\"],[-9854,\"errSSLConfigurationFailed\"],[-9855,\"errSSLUnsupportedExtension\"],[-9856,\"errSSLUnexpectedMessage\"],[-9857,\"errSSLDecompressFail\"],[-9858,\"errSSLHandshakeFail\"],[-9859,\"errSSLDecodeError\"],[-9860,\"errSSLInappropriateFallback\"]]"},
    {"name":"stop-reason","title":"Why a session ended, as nesessionmanager numbers and words it (the number in a stop command, the text behind \"last stop reason\")","at":"grammars/codes/reasons.grammar:6","codes":"[[0,\"None\"],[1,\"Stop command received\"],[2,\"Device slept too long\"],[3,\"Plugin initiated\"],[4,\"No network available\"],[5,\"Network changed, tunnel no longer viable\"],[6,\"Plugin was disabled\"],[7,\"Plugin failed\"],[8,\"Authentication was canceled\"],[9,\"Device went to sleep\"],[10,\"Bad configuration\"],[11,\"Authentication took too long\"],[12,\"Tunnel did not come up in time\"],[13,\"Tunnel did not re-assert in time\"],[14,\"Tunnel must be started from the app\"],[15,\"Configuration does not have a server address\"],[16,\"Server address is invalid\"],[17,\"Failed to resolve the server address\"],[18,\"Negotiation with the server failed\"],[19,\"Tunnel was idle for too long\"],[20,\"Server is not responding\"],[21,\"Tunnel was terminated by the server\"],[22,\"Server is down or unreachable\"],[23,\"Authentication failed\"],[24,\"Client certificate is missing\"],[25,\"Client certificate is invalid\"],[26,\"Client certificate is not yet valid\"],[27,\"Client certificate has expired\"],[28,\"Server certificate is invalid\"],[29,\"Server certification is not yet valid\"],[30,\"Server certificate has expired\"],[31,\"Configuration was disabled\"],[32,\"Configuration was removed\"],[33,\"Configuration was superceded by another configuration\"],[34,\"User logged out\"],[35,\"Console user changed\"],[36,\"Tunnel is being re-started with different credentials\"],[37,\"Configuration has changed\"],[38,\"None\"],[39,\"On Demand Disconnect rule matched\"],[40,\"App Update\"],[41,\"Network preparation took to long\"]]"},
    {"name":"NEProviderStopReason","title":"Why a provider is stopped, as stopTunnel and stopProxy are told","at":"grammars/codes/reasons.grammar:51","codes":"[[0,\"none\"],[1,\"userInitiated\"],[2,\"providerFailed\"],[3,\"noNetworkAvailable\"],[4,\"unrecoverableNetworkChange\"],[5,\"providerDisabled\"],[6,\"authenticationCanceled\"],[7,\"configurationFailed\"],[8,\"idleTimeout\"],[9,\"configurationDisabled\"],[10,\"configurationRemoved\"],[11,\"superceded\"],[12,\"userLogout\"],[13,\"userSwitch\"],[14,\"connectionFailed\"],[15,\"sleep\"],[16,\"appUpdate\"],[17,\"internalError\"]]"},
    {"name":"NEVPNStatus","title":"Status of a session, as apps see it","at":"grammars/codes/reasons.grammar:73","codes":"[[0,\"invalid\"],[1,\"disconnected\"],[2,\"connecting\"],[3,\"connected\"],[4,\"reasserting\"],[5,\"disconnecting\"]]"},
    {"name":"OS_REASON_namespace","title":"Who ended a process: the namespace of an exit reason","at":"grammars/codes/reasons.grammar:85","codes":"[[0,\"INVALID\"],[1,\"JETSAM\"],[2,\"SIGNAL\"],[3,\"CODESIGNING\"],[4,\"HANGTRACER\"],[5,\"TEST\"],[6,\"DYLD\"],[7,\"LIBXPC\"],[8,\"OBJC\"],[9,\"EXEC\"],[10,\"SPRINGBOARD\"],[11,\"TCC\"],[12,\"REPORTCRASH\"],[13,\"COREANIMATION\"],[14,\"AGGREGATED\"],[15,\"RUNNINGBOARD\"],[16,\"SKYWALK\"],[17,\"SETTINGS\"],[18,\"LIBSYSTEM\"],[19,\"FOUNDATION\"],[20,\"WATCHDOG\"],[21,\"METAL\"],[22,\"WATCHKIT\"],[23,\"GUARD\"],[24,\"ANALYTICS\"],[25,\"SANDBOX\"],[26,\"SECURITY\"],[27,\"ENDPOINTSECURITY\"],[28,\"PAC_EXCEPTION\"],[29,\"BLUETOOTH_CHIP\"],[30,\"PORT_SPACE\"],[31,\"WEBKIT\"],[32,\"BACKLIGHTSERVICES\"],[33,\"MEDIA\"],[34,\"ROSETTA\"],[35,\"LIBIGNITION\"],[36,\"BOOTMOUNT\"],[38,\"REALITYKIT\"],[39,\"AUDIO\"],[40,\"WAKEBOARD\"],[41,\"CORERC\"],[42,\"SELF_RESTRICT\"],[43,\"ARKIT\"]]"},
    {"name":"JETSAM_REASON","title":"Why the kernel killed a process: the code of an exit reason in the namespace JETSAM","at":"grammars/codes/reasons.grammar:132","codes":"[[0,\"INVALID\"],[1,\"GENERIC\"],[2,\"MEMORY_HIGHWATER\"],[3,\"VNODE\"],[4,\"MEMORY_VMPAGESHORTAGE\"],[5,\"MEMORY_PROCTHRASHING\"],[6,\"MEMORY_FCTHRASHING\"],[7,\"MEMORY_PERPROCESSLIMIT\"],[8,\"MEMORY_DISK_SPACE_SHORTAGE\"],[9,\"MEMORY_IDLE_EXIT\"],[10,\"ZONE_MAP_EXHAUSTION\"],[11,\"MEMORY_VMCOMPRESSOR_THRASHING\"],[12,\"MEMORY_VMCOMPRESSOR_SPACE_SHORTAGE\"],[13,\"LOWSWAP\"],[14,\"MEMORY_SUSTAINED_PRESSURE\"],[15,\"MEMORY_VMPAGEOUT_STARVATION\"],[17,\"MEMORY_LONGIDLE_EXIT\"],[100,\"CPULIMIT\"]]"},
    {"name":"signal-number","title":"Signals of Darwin","at":"grammars/codes/reasons.grammar:154","codes":"[[1,\"SIGHUP\"],[2,\"SIGINT\"],[3,\"SIGQUIT\"],[4,\"SIGILL\"],[5,\"SIGTRAP\"],[6,\"SIGABRT\"],[7,\"SIGEMT\"],[8,\"SIGFPE\"],[9,\"SIGKILL\"],[10,\"SIGBUS\"],[11,\"SIGSEGV\"],[12,\"SIGSYS\"],[13,\"SIGPIPE\"],[14,\"SIGALRM\"],[15,\"SIGTERM\"],[16,\"SIGURG\"],[17,\"SIGSTOP\"],[18,\"SIGTSTP\"],[19,\"SIGCONT\"],[20,\"SIGCHLD\"],[21,\"SIGTTIN\"],[22,\"SIGTTOU\"],[23,\"SIGIO\"],[24,\"SIGXCPU\"],[25,\"SIGXFSZ\"],[26,\"SIGVTALRM\"],[27,\"SIGPROF\"],[28,\"SIGWINCH\"],[29,\"SIGINFO\"],[30,\"SIGUSR1\"],[31,\"SIGUSR2\"]]"},
    {"name":"jetsam-priority","title":"Bands by which the kernel chooses whom to kill for memory, lowest first; numbers since xnu-8792 (macOS 13, iOS 16), smaller before","at":"grammars/codes/reasons.grammar:189","codes":"[[0,\"IDLE\"],[9,\"ENTITLED_MAX\"],[10,\"IDLE_DEFERRED\"],[15,\"AGING_BAND1_STUCK\"],[20,\"BACKGROUND_OPPORTUNISTIC\"],[30,\"BACKGROUND\"],[40,\"MAIL\"],[50,\"PHONE\"],[75,\"FREEZER\"],[80,\"UI_SUPPORT\"],[90,\"FOREGROUND_SUPPORT\"],[100,\"FOREGROUND\"],[120,\"AUDIO_AND_ACCESSORY\"],[130,\"CONDUCTOR\"],[150,\"DRIVER_APPLE\"],[160,\"HOME\"],[170,\"EXECUTIVE\"],[180,\"IMPORTANT\"],[190,\"CRITICAL\"],[210,\"MAX\"],[999,\"INTERNAL\"]]"},
    {"name":"report-kind","title":"Kinds of diagnostic reports, as ReportCrash and osanalyticshelper number them","at":"grammars/codes/reasons.grammar:214","codes":"[[109,\"crash (older)\"],[210,\"panic\"],[288,\"stackshot\"],[298,\"JetsamEvent\"],[309,\"crash\"]]"},
    {"name":"shutdown-how","title":"Which direction of a flow or socket is closed (shutdown)","at":"grammars/codes/reasons.grammar:224","codes":"[[0,\"SHUT_RD\"],[1,\"SHUT_WR\"],[2,\"SHUT_RDWR\"]]"},
    {"name":"flow-divert-packet","title":"Packets between the kernel and a proxy provider","at":"grammars/codes/reasons.grammar:231","codes":"[[1,\"CONNECT\"],[2,\"CONNECT_RESULT\"],[3,\"DATA\"],[4,\"CLOSE\"],[5,\"READ_NOTIFY\"],[6,\"GROUP_INIT\"],[7,\"PROPERTIES_UPDATE\"],[9,\"APP_MAP_CREATE\"],[10,\"FLOW_STATES_REQUEST\"],[11,\"FLOW_STATES\"]]"},
    {"name":"flow-divert-tlv","title":"Fields inside the packets between the kernel and a proxy provider","at":"grammars/codes/reasons.grammar:245","codes":"[[0,\"NIL\"],[5,\"ERROR_CODE\"],[7,\"HOW\"],[8,\"READ_COUNT\"],[9,\"SPACE_AVAILABLE\"],[10,\"CTL_UNIT\"],[11,\"LOCAL_ADDR\"],[12,\"REMOTE_ADDR\"],[13,\"OUT_IF_INDEX\"],[14,\"TRAFFIC_CLASS\"],[15,\"NO_CELLULAR\"],[16,\"FLOW_ID\"],[17,\"TOKEN_KEY\"],[18,\"HMAC\"],[19,\"KEY_UNIT\"],[20,\"LOG_LEVEL\"],[21,\"TARGET_HOSTNAME\"],[22,\"TARGET_ADDRESS\"],[23,\"TARGET_PORT\"],[24,\"CDHASH\"],[25,\"SIGNING_ID\"],[26,\"AGGREGATE_UNIT\"],[27,\"IS_FRAGMENT\"],[28,\"PREFIX_COUNT\"],[29,\"FLAGS\"],[30,\"FLOW_TYPE\"],[31,\"APP_DATA\"],[32,\"APP_AUDIT_TOKEN\"],[33,\"APP_REAL_SIGNING_ID\"],[34,\"APP_REAL_CDHASH\"],[35,\"APP_REAL_AUDIT_TOKEN\"],[36,\"CFIL_ID\"],[37,\"DATAGRAM_SIZE\"],[38,\"ORDER\"],[39,\"FLOW_STATE\"]]"},
    {"name":"flow-divert-type","title":"What kind of socket a diverted flow is","at":"grammars/codes/reasons.grammar:284","codes":"[[1,\"TCP\"],[3,\"UDP\"]]"},
    {"name":"address-family","title":"Address families of Darwin","at":"grammars/codes/reasons.grammar:292","codes":"[[0,\"AF_UNSPEC\"],[1,\"AF_UNIX\"],[2,\"AF_INET\"],[17,\"AF_ROUTE\"],[18,\"AF_LINK\"],[30,\"AF_INET6\"],[32,\"AF_SYSTEM\"]]"},
    {"name":"socket-type","title":"Types of sockets","at":"grammars/codes/reasons.grammar:303","codes":"[[1,\"SOCK_STREAM\"],[2,\"SOCK_DGRAM\"],[3,\"SOCK_RAW\"]]"},
    {"name":"ip-protocol","title":"Protocols above IP","at":"grammars/codes/reasons.grammar:310","codes":"[[1,\"ICMP\"],[6,\"TCP\"],[17,\"UDP\"],[50,\"ESP\"],[58,\"ICMPv6\"]]"},
    {"name":"necp-result","title":"What a network policy does with the traffic that it fits","at":"grammars/codes/reasons.grammar:321","codes":"[[1,\"PASS\"],[2,\"SKIP\"],[3,\"DROP\"],[4,\"SOCKET_DIVERT\"],[5,\"SOCKET_FILTER\"],[6,\"IP_TUNNEL\"],[7,\"IP_FILTER\"],[8,\"TRIGGER\"],[9,\"TRIGGER_IF_NEEDED\"],[10,\"TRIGGER_SCOPED\"],[11,\"NO_TRIGGER_SCOPED\"],[12,\"SOCKET_SCOPED\"],[13,\"ROUTE_RULES\"],[14,\"USE_NETAGENT\"],[15,\"NETAGENT_SCOPED\"],[16,\"SCOPED_DIRECT\"],[17,\"ALLOW_UNENTITLED\"],[18,\"REMOVE_NETAGENT\"]]"},
    {"name":"necp-route-rule","title":"What a policy says of interfaces","at":"grammars/codes/reasons.grammar:343","codes":"[[0,\"NONE\"],[1,\"DENY_INTERFACE\"],[2,\"ALLOW_INTERFACE\"],[3,\"QOS_MARKING\"],[4,\"DENY_LQM_ABORT\"],[5,\"USE_NETAGENT\"],[6,\"REMOVE_NETAGENT\"],[7,\"DIVERT_SOCKET\"],[8,\"DENY_INTERFACE_WITH_TYPE\"]]"},
    {"name":"necp-priority","title":"Priorities of the programs that set network policies; the lowest number is asked first","at":"grammars/codes/reasons.grammar:356","codes":"[[0,\"UNKNOWN\"],[1,\"CONTROL\"],[2,\"CONTROL_1\"],[3,\"PRIVILEGED_TUNNEL\"],[4,\"HIGH\"],[5,\"HIGH_1\"],[6,\"HIGH_2\"],[7,\"HIGH_3\"],[8,\"HIGH_4\"],[9,\"HIGH_RESTRICTED\"],[10,\"DEFAULT\"],[11,\"LOW\"]]"},
    {"name":"necp-session-action","title":"What a program asks of its policies","at":"grammars/codes/reasons.grammar:372","codes":"[[1,\"POLICY_ADD\"],[2,\"POLICY_GET\"],[3,\"POLICY_DELETE\"],[4,\"POLICY_APPLY_ALL\"],[5,\"POLICY_LIST_ALL\"],[6,\"POLICY_DELETE_ALL\"],[7,\"SET_SESSION_PRIORITY\"],[8,\"LOCK_SESSION_TO_PROC\"],[9,\"REGISTER_SERVICE\"],[10,\"UNREGISTER_SERVICE\"],[11,\"POLICY_DUMP_ALL\"],[12,\"ADD_DOMAIN_FILTER\"],[13,\"REMOVE_DOMAIN_FILTER\"],[14,\"REMOVE_ALL_DOMAIN_FILTERS\"],[15,\"ADD_DOMAIN_TRIE\"],[16,\"REMOVE_DOMAIN_TRIE\"],[17,\"REMOVE_ALL_DOMAIN_TRIES\"],[18,\"TRIE_DUMP_ALL\"]]"},
    {"name":"necp-client-action","title":"What a program asks for its connections; user-side texts name them NECP_CLIENT_ACTION_…","at":"grammars/codes/reasons.grammar:394","codes":"[[1,\"ADD\"],[2,\"REMOVE\"],[3,\"COPY_PARAMETERS\"],[4,\"COPY_RESULT\"],[5,\"COPY_LIST\"],[6,\"REQUEST_NEXUS_INSTANCE\"],[7,\"AGENT\"],[8,\"COPY_AGENT\"],[9,\"COPY_INTERFACE\"],[10,\"SET_STATISTICS\"],[11,\"COPY_ROUTE_STATISTICS\"],[12,\"AGENT_USE\"],[13,\"MAP_SYSCTLS\"],[14,\"UPDATE_CACHE\"],[15,\"COPY_CLIENT_UPDATE\"],[16,\"COPY_UPDATED_RESULT\"],[17,\"ADD_FLOW\"],[18,\"REMOVE_FLOW\"],[19,\"CLAIM\"],[20,\"SIGN\"],[21,\"GET_INTERFACE_ADDRESS\"],[22,\"ACQUIRE_AGENT_TOKEN\"],[23,\"VALIDATE\"],[24,\"GET_SIGNED_CLIENT_ID\"],[25,\"SET_SIGNED_CLIENT_ID\"],[26,\"COPY_UPDATED_RESULT_FINAL\"]]"},
    {"name":"necp-client-reason","title":"Why a connection got no usable path","at":"grammars/codes/reasons.grammar:424","codes":"[[1,\"EXPENSIVE_PROHIBITED\"],[2,\"CONSTRAINED_PROHIBITED\"],[3,\"CELLULAR_DENIED\"],[4,\"WIFI_DENIED\"],[5,\"LOCAL_NETWORK_PROHIBITED\"],[6,\"ULTRA_CONSTRAINED_NOT_ALLOWED\"]]"},
    {"name":"necp-condition","title":"What a network policy looks at","at":"grammars/codes/reasons.grammar:434","codes":"[[0,\"DEFAULT\"],[1,\"APPLICATION\"],[2,\"REAL_APPLICATION\"],[3,\"DOMAIN\"],[4,\"ACCOUNT\"],[5,\"ENTITLEMENT\"],[6,\"PID\"],[7,\"UID\"],[8,\"ALL_INTERFACES\"],[9,\"BOUND_INTERFACE\"],[10,\"TRAFFIC_CLASS\"],[11,\"IP_PROTOCOL\"],[12,\"LOCAL_ADDR\"],[13,\"REMOTE_ADDR\"],[14,\"LOCAL_ADDR_RANGE\"],[15,\"REMOTE_ADDR_RANGE\"],[16,\"AGENT_TYPE\"],[17,\"HAS_CLIENT\"],[18,\"LOCAL_NETWORKS\"],[19,\"FLOW_IP_PROTOCOL\"],[20,\"FLOW_LOCAL_ADDR\"],[21,\"FLOW_REMOTE_ADDR\"],[22,\"FLOW_LOCAL_ADDR_RANGE\"],[23,\"FLOW_REMOTE_ADDR_RANGE\"],[24,\"CLIENT_FLAGS\"],[25,\"FLOW_LOCAL_ADDR_EMPTY\"],[26,\"FLOW_REMOTE_ADDR_EMPTY\"],[27,\"PLATFORM_BINARY\"],[28,\"SDK_VERSION\"],[29,\"SIGNING_IDENTIFIER\"],[30,\"PACKET_FILTER_TAGS\"],[31,\"FLOW_IS_LOOPBACK\"],[32,\"DELEGATE_IS_PLATFORM_BINARY\"],[33,\"DOMAIN_OWNER\"],[34,\"DOMAIN_CONTEXT\"],[35,\"TRACKER_DOMAIN\"],[36,\"ATTRIBUTED_BUNDLE_IDENTIFIER\"],[37,\"SCHEME_PORT\"],[38,\"DOMAIN_FILTER\"],[39,\"SYSTEM_SIGNED_RESULT\"],[40,\"REAL_UID\"],[41,\"APPLICATION_ID\"],[42,\"URL\"],[43,\"BOUND_INTERFACE_FLAGS\"]]"},
    {"name":"cfil-message","title":"Messages between the kernel and a content filter","at":"grammars/codes/reasons.grammar:484","codes":"[[1,\"EVENT\"],[2,\"ACTION\"]]"},
    {"name":"cfil-operation","title":"Events of a content filter (1 to 7) and its verdicts (16 and up)","at":"grammars/codes/reasons.grammar:490","codes":"[[1,\"SOCKET_ATTACHED\"],[2,\"SOCKET_CLOSED\"],[3,\"DATA_OUT\"],[4,\"DATA_IN\"],[5,\"DISCONNECT_OUT\"],[6,\"DISCONNECT_IN\"],[7,\"STATS\"],[16,\"DATA_UPDATE\"],[17,\"DROP\"],[18,\"BLESS_CLIENT\"],[19,\"SET_CRYPTO_KEY\"]]"},
    {"name":"cfil-direction","title":"Direction of a filtered flow","at":"grammars/codes/reasons.grammar:505","codes":"[[0,\"IN\"],[1,\"OUT\"]]"},
    {"name":"power-state-number","title":"Power states of the root domain","at":"grammars/codes/reasons.grammar:513","codes":"[[0,\"OFF_STATE\"],[1,\"RESTART_STATE\"],[2,\"SLEEP_STATE\"],[3,\"AOT_STATE\"],[4,\"ON_STATE\"]]"},
    {"name":"sleep-reason","title":"Why the machine goes to sleep: also the low 16 bits of a transition's tag","at":"grammars/codes/reasons.grammar:522","codes":"[[101,\"Clamshell Sleep\"],[102,\"Power Button Sleep\"],[103,\"Software Sleep\"],[104,\"OS Switch Sleep\"],[105,\"Idle Sleep\"],[106,\"Low Power Sleep\"],[107,\"Thermal Emergency Sleep\"],[108,\"Maintenance Sleep\"],[109,\"Sleep Service Back to Sleep\"],[110,\"Dark Wake Thermal Emergency\"],[111,\"Notification Wake Back to Sleep\"]]"},
    {"name":"power-stimulus","title":"What made the kernel think about sleep and wake","at":"grammars/codes/reasons.grammar:537","codes":"[[0,\"DisplayWranglerSleep\"],[1,\"DisplayWranglerWake\"],[2,\"AggressivenessChanged\"],[3,\"DemandSystemSleep\"],[4,\"AllowSystemSleepChanged\"],[5,\"DarkWakeActivityTickle\"],[6,\"DarkWakeEntry\"],[7,\"DarkWakeReentry\"],[8,\"DarkWakeEvaluate\"],[9,\"NoIdleSleepPreventers\"],[10,\"EnterUserActiveState\"],[11,\"LeaveUserActiveState\"]]"},
    {"name":"full-wake-reason","title":"Why a dark wake became a full one","at":"grammars/codes/reasons.grammar:553","codes":"[[0,\"none\"],[1,\"local user\"],[2,\"display on and local user hint\"],[3,\"both\"]]"},
    {"name":"power-transition","title":"Kinds of power transitions","at":"grammars/codes/reasons.grammar:561","codes":"[[1,\"sleep\"],[2,\"wake\"],[3,\"capability change\"],[4,\"new client\"]]"},
    {"name":"power-step","title":"Steps of a sleep or a wake: where one that failed had got to","at":"grammars/codes/reasons.grammar:569","codes":"[[0,\"SystemUp\"],[16,\"SleepStarted\"],[17,\"SleepApplications\"],[18,\"SleepPriorityClients\"],[19,\"SleepWillChangeInterests\"],[20,\"SleepPowerPlaneDrivers\"],[21,\"SleepDidChangeInterests\"],[22,\"SleepCapabilityClients\"],[23,\"SleepPlatformActions\"],[24,\"SleepCPUs\"],[25,\"SleepPlatformDriver\"],[26,\"Hibernate\"],[31,\"SystemSleep\"],[33,\"WakePlatformDriver\"],[34,\"WakePlatformActions\"],[35,\"WakeCPUs\"],[36,\"WakeWillPowerOnClients\"],[37,\"WakeWillChangeInterests\"],[38,\"WakeDidChangeInterests\"],[39,\"WakePowerPlaneDrivers\"],[40,\"WakeCapabilityClients\"],[41,\"WakeApplications\"],[48,\"SystemLoginwindowPhase\"],[49,\"DarkWakeEntry\"],[50,\"DarkWakeExit\"]]"},
    {"name":"os-log-type","title":"Levels of log messages as numbers","at":"grammars/codes/reasons.grammar:600","codes":"[[0,\"default\"],[1,\"info\"],[2,\"debug\"],[16,\"error\"],[17,\"fault\"]]"},
    {"name":"syslog-level","title":"Levels of the older system log","at":"grammars/codes/reasons.grammar:609","codes":"[[0,\"LOG_EMERG\"],[1,\"LOG_ALERT\"],[2,\"LOG_CRIT\"],[3,\"LOG_ERR\"],[4,\"LOG_WARNING\"],[5,\"LOG_NOTICE\"],[6,\"LOG_INFO\"],[7,\"LOG_DEBUG\"]]"},
  ],
  rules: [
    '{"at":"grammars/rules/configuration-load-loop.grammar:2","name":"configuration-load-loop","title":"{process} loaded its configurations {count} times in {window}","severity":"warning","confidence":"medium","per":"process","means":"The app loads its configurations, is told that they changed, and loads them again: its main thread has no time for anything else, and nehelper works for it without end.","notIt":"An app loads its configurations two to six times when it starts.","needs":["networkextension.framework/configuration-loading"],"when":{"form":"count","event":"networkextension.framework/configuration-loading","atLeast":20,"withinUs":10000000},"actions":[{"for":"app-developer","text":"Load once and keep the managers; on NEVPNConfigurationChange reload only what changed, with a pause, and never save in the handler."},{"for":"administrator","text":"Quit the app; the session goes on without it."}],"see":["https://github.com/duckduckgo/apple-browsers/pull/252"]}',
    '{"at":"grammars/rules/missing-app-identity.grammar:2","name":"missing-app-identity","title":"{provider} saw {count} flows whose app could not be found out, all of one program","severity":"warning","confidence":"medium","per":"provider","means":"The system cannot tell the provider which app a flow belongs to: rules by app do not match this program, and its flows get the default treatment.","notIt":"Programs that end before they are looked up: each of them is missed once.","needs":["networkextension.filter/app-info-missing"],"when":{"form":"count","event":"networkextension.filter/app-info-missing","atLeast":5,"withinUs":60000000,"same":"executable"},"actions":[{"for":"developer","text":"Do not rely on sourceAppSigningIdentifier alone: fall back on sourceAppAuditToken and the process behind it, and decide what an unknown app may do."},{"for":"apple","text":"File it with the executable\'s UUID and the version of the program whose identity is missing."}],"see":["https://developer.apple.com/documentation/networkextension/neflowmetadata"]}',
    '{"at":"grammars/rules/network-rule-refused.grammar:2","name":"network-rule-refused","title":"{provider} asks for port {ruledPort} in a network rule, and its settings are refused","severity":"error","confidence":"high","per":"provider","means":"Network rules of a transparent proxy may not name this port. The framework refuses the whole of the settings, so the proxy starts and sees no traffic, or ends itself with \\"Plugin initiated\\".","notIt":"Other errors of setTunnelNetworkSettings: they have wordings of their own.","needs":["networkextension.framework/rule-port-refused"],"when":{"form":"seen","event":"networkextension.framework/rule-port-refused"},"actions":[{"for":"developer","text":"Leave the port out of the rule (port 0 stands for all) and decide about it in handleNewFlow; DNS belongs to a DNS proxy provider."},{"for":"administrator","text":"Take the port out of the product\'s configuration where it can be chosen, until the vendor has a fix."}],"see":["https://github.com/denoland/clawpatrol/pull/93"]}',
  ],
  vocabularies: [
    {"name":"provider.words","title":"What providers say of themselves","where":{"op":"or","terms":[{"op":"compare","field":"role","comparator":"==","value":"provider","ignoreCase":false,"ignoreDiacritics":false},{"op":"and","terms":[{"op":"compare","field":"subsystem","comparator":"!=","value":"","ignoreCase":false,"ignoreDiacritics":false},{"op":"not","term":{"op":"compare","field":"subsystem","comparator":"beginswith","value":"com.apple.","ignoreCase":false,"ignoreDiacritics":false}}]}]},"negations":["no","not","never","without","none","nothing","neither","nor","cannot","can't","couldn't","won't","don't","doesn't","didn't","isn't","wasn't","skip*","suppress*","ignor*","avoid*","disabl*","waiting for","wait for","waiting until","~0","~none","~skipped","~suppressed","~disabled","~not needed","~not required","~unnecessary","~ignored","~cancelled"],"words":[{"name":"failed","phrases":["failed*","failure*","fails","fail to","timeout*","timed out","time out","time-out","deadline exceeded","refused","unreachable","no route","network is down","host is down","reset by peer","connection reset","connection aborted","broken pipe","not connected to","did not complete","not responding","no response","no reply","giving up","gave up","gives up","unable to connect","unable to reach","unable to send","unable to resolve","cannot connect","cannot reach","can't connect","can't reach","could not connect","could not reach","couldn't connect","couldn't reach","can't assign requested address","no buffer space","retransmission limit","tls error","transport error","dial error","write error","read error","send error","handshake error","keepalive_timeout","connection_timeout","auth_failed","no upstream*","no associated peer","queue full","servfail","handshakefailed","peer unresponsive","dead peer","stopped hearing back"],"samples":[],"place":{"file":"grammars/provider/words.grammar","line":13,"column":6}},{"name":"path","phrases":["connectivity online","connectivity offline","network change detected"],"samples":[],"place":{"file":"grammars/provider/words.grammar","line":49,"column":6}},{"name":"sleep","phrases":["system sleep","system will sleep","going to sleep","goes to sleep","will sleep","about to sleep","device sleep*","device will sleep","entering sleep","enter sleep","prepare for sleep","preparing for sleep","before sleep","sleep notification","sleep event","sleep callback","sleep requested","sleep called","sleep()","sleep:","event: sleep","on sleep","onsleep","handle sleep","handlesleep","sleeping","falling asleep","sleepWithCompletion*","suspend*","pausing engine","pausing tunnel","pausing connection*","pausing session*","pausing for sleep","event: pause","hibernat*"],"samples":[],"place":{"file":"grammars/provider/words.grammar","line":57,"column":6}},{"name":"wake","phrases":["system wake*","system did wake","system has woken","did wake*","has woken","woke","woke up","woken","waking","waking up","wake up","wakeup","wake event","wake notification","wake callback","on wake","onwake","handle wake","handlewake","after wake","wake from","wake called","wake()","event: wake","wakeWithCompletion*","device wake*","machine woke","dark wake","darkwake","full wake","resume","resumes","resumed","resuming","event: resume","back from sleep","wake:"],"samples":[],"place":{"file":"grammars/provider/words.grammar","line":74,"column":6}},{"name":"closed","phrases":["disconnect*","connection lost","connection closed","connection went away","connection dropped","lost connection","session ended","session closed","session down","session expired","session invalidated","session terminated","tunnel down","tunnel closed","tunnel stopped","peer closed","closed by peer","closed by remote","remote closed","closing connection","closing session","closing tunnel","tearing down","torn down","teardown","end of file","unexpected eof","eof","shutting down","going offline","link down","deleting ike_sa","ping-restart","process restarting","keypair expired","zeroing all keys","removing all keys"],"samples":[],"place":{"file":"grammars/provider/words.grammar","line":89,"column":6}},{"name":"established","phrases":["handshake complete*","handshake success*","handshake succeeded","handshake finished","handshake done","received handshake response","handshake response received","receiving handshake response","connected","now connected","connection established","connection up","connection ready","session up","session established","session is active","session ready","session started","tunnel up","tunnel is up","tunnel established","tunnel started","tunnel ready","link up","established","initialization sequence completed","peer connection initiated","connect ok","dial ok","reconnected","registered with","login succeeded","authenticated","keypair created","came online","now online","authentication success*","ipn state starting -> running"],"samples":[],"place":{"file":"grammars/provider/words.grammar","line":105,"column":6}},{"name":"handshake","phrases":["handshake initiation","handshake*","sending handshake","initiating ike*","ike_sa_init","client hello","clienthello","server hello","tls: initial packet","key exchange","negotiat*","authenticating","logging in","dologin*"],"samples":[],"place":{"file":"grammars/provider/words.grammar","line":128,"column":6}},{"name":"connect","phrases":["reconnect*","re-connect*","connecting","connect to","connects to","connecting to","attempting to connect","trying to connect","connection attempt","opening connection","open connection","opening session","open outbound connection","new connection to","creating connection","starting connection","start connection","establishing","dial","dialing","dialling","redial*","rebind*","retrying","retry in"],"samples":[],"place":{"file":"grammars/provider/words.grammar","line":140,"column":6}},{"name":"keep-alive","phrases":["keepalive*","keep-alive*","keep alive*","heartbeat*","ping sent","pong received","sending ping","received pong","dpd","dead peer detection"],"samples":[],"place":{"file":"grammars/provider/words.grammar","line":155,"column":6}}],"place":{"file":"grammars/provider/words.grammar","line":5,"column":12}},
  ],
};

/** The catalog of known messages that ships with necropsy, without its prose. */
export const BUILT_IN_CATALOG = expandCatalog(COMPILED);
